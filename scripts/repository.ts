import { join } from 'node:path';

/** Absolute path of the repository. */
export const ROOT = join(__dirname, '..');

/** Everything a start or a test leaves behind; git-ignored. */
export const CACHE = join(ROOT, '.cache');
