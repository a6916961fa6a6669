import { wholeMatrixOf } from '../writtenDown';

wholeMatrixOf('KAIRO');
