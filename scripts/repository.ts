import { join } from 'node:path';

/** Absolute path of the repository. */
export const ROOT = join(__dirname, '..');

/** All files that a start or a test leaves behind; git ignores the folder. */
export const CACHE = join(ROOT, '.cache');
