// Argument: folder of the unpacked pack. Prints how many milliseconds it takes to load and construct all its nodes and
// credentials.
// Plain JavaScript, so that only Node.js itself runs before `require`.
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Loaded by any n8n before it loads a community package. */
const LOADED_ANYWAY = ['n8n-workflow', 'zod', 'luxon'];

const folder = process.argv[2];
const require = createRequire(join(folder, 'package.json'));
const { n8n } = require('./package.json');
for (const dependency of LOADED_ANYWAY) require(dependency);

const start = performance.now();
for (const file of [...n8n.credentials, ...n8n.nodes]) {
	for (const Class of Object.values(require(join(folder, file)))) new Class();
}
console.log(performance.now() - start);
