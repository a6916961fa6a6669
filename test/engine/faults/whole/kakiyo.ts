import { wholeMatrixOf } from '../writtenDown';

wholeMatrixOf('Kakiyo');
