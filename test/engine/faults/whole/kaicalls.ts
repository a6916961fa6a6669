import { wholeMatrixOf } from '../writtenDown';

wholeMatrixOf('KaiCalls');
