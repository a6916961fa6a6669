import { join } from 'node:path';

import { npm } from '../npm.mjs';
import { CACHE } from '../repository';
import { shareInstalled } from '../shareInstalled';
import { runSteps, type Step } from '../steps';
import { contentsFor } from './contents';
import { SPELLINGS, vendorSpelled } from './vendors';
import { writeExport } from './write';

/**
 * Writes the package of a vendor and runs its own checks in it: types, build, both sets of lint rules, tests, a real
 * n8n.
 */
function stepsFor(spelling: string): Step[] {
	const folder = join(CACHE, 'exports', spelling);
	const inFolder = (...args: string[]): Step => ({
		name: `${spelling}: npm ${args.join(' ')}`,
		run: async () => await npm(folder, args),
	});
	const write: Step = {
		name: `${spelling}: export`,
		run: async () => {
			const vendor = vendorSpelled(spelling);
			await writeExport(vendor, contentsFor(vendor), folder);
			await shareInstalled(folder);
			return 0;
		},
	};
	return [write, inFolder('test'), inFolder('run', 'test:e2e')];
}

/** `npm run test:export`: checks all vendors, or the given ones. */
async function main(): Promise<number> {
	const given = process.argv.slice(2);
	return await runSteps((given.length > 0 ? given : SPELLINGS).flatMap(stepsFor));
}

main().then((code) => process.exit(code));
