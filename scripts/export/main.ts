import { resolve } from 'node:path';

import { contentsFor } from './contents';
import { SPELLINGS, vendorSpelled } from './vendors';
import { writeExport } from './write';

const USAGE = `Usage: npm run export -- <vendor> <folder>
Writes a repository of its own for one vendor (${SPELLINGS.join(', ')}).`;

async function main(): Promise<void> {
	const [spelling, folder, ...more] = process.argv.slice(2);
	if (!spelling || !folder || more.length > 0) throw new Error(USAGE);
	const vendor = vendorSpelled(spelling);
	const files = contentsFor(vendor);
	await writeExport(vendor, files, resolve(process.env.INIT_CWD ?? '.', folder));
	console.log(`${vendor.packageName}: ${files.size} files in ${folder}`);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
});
