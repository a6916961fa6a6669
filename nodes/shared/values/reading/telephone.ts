import { readText } from './text';
import type { Reader } from './reading';

/** A telephone number, as it was written; the operation checks it. */
export const readTelephone: Reader<string> = readText;
