import { join } from 'node:path';
import { runJest } from './jest';
import { ROOT } from './repository';

/**
 * What `npm run test:faults` does: every operation against every fault, and docs/faults.md of what came of it. With the name of
 * a node, such as `-- kakiyo`, that node alone, and no page.
 */
const [node = ''] = process.argv.slice(2);
runJest(['--config', join(ROOT, 'test/engine/faults/jest.config.js'), `whole/${node}`]).then((code) =>
	process.exit(code),
);
