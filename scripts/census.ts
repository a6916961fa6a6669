import { join } from 'node:path';
import { runJest } from './jest';
import { ROOT } from './repository';

/** `npm run census`: breaks every writing operation at all its points, and writes the table. */
runJest(['--config', join(ROOT, 'test/engine/census/jest.config.js')]).then((code) => process.exit(code));
