import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { npm } from '../npm.mjs';
import { CACHE, ROOT } from '../repository';
import { runSteps, type Step } from '../steps';
import { contentsFor } from './contents';
import { SPELLINGS, vendorSpelled } from './vendors';
import { writeExport } from './write';

/** What npm has installed here, and the exports share, so that nothing is fetched again. */
const SHARED = ['node_modules', 'demo/n8n/node_modules', 'scripts/node24/node_modules'];

async function shareInstalled(folder: string): Promise<void> {
	for (const path of SHARED) {
		const [installed, link] = [join(ROOT, path), join(folder, path)];
		if (!existsSync(installed) || existsSync(link)) continue;
		await mkdir(dirname(link), { recursive: true });
		await symlink(installed, link);
	}
}

/** Writes the package of a vendor and does in it what its own repository does: types, build, both sets of lint rules, tests, a real n8n. */
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

/** What `npm run test:export` does: for all vendors, or those that are given. */
async function main(): Promise<number> {
	const given = process.argv.slice(2);
	return await runSteps((given.length > 0 ? given : SPELLINGS).flatMap(stepsFor));
}

main().then((code) => process.exit(code));
