import { join } from 'node:path';
import { runJest } from './jest';
import { ROOT } from './repository';

/**
 * `npm run test:faults`: every operation against every fault, with the results in docs/faults.md. With the name of a
 * node, such as `-- kakiyo`, only that node, and no page.
 */
const [node = ''] = process.argv.slice(2);
runJest(['--config', join(ROOT, 'test/engine/faults/jest.config.js'), `whole/${node}`]).then((code) =>
	process.exit(code),
);
