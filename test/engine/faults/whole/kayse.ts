import { wholeMatrixOf } from '../writtenDown';

wholeMatrixOf('Kayse');
