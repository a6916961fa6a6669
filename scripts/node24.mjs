import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { ensureInstalled } from './npm.mjs';

/** n8n 2.x does not start on an older Node.js. */
const WANTED_MAJOR = 24;
const FOLDER = fileURLToPath(new URL('./node24', import.meta.url));

/** Path of a Node.js new enough for n8n: the running one, else a private copy from npm. */
export async function ensureNode24() {
	if (Number(process.versions.node.split('.')[0]) >= WANTED_MAJOR) return process.execPath;
	await ensureInstalled(FOLDER, `Fetching Node.js ${WANTED_MAJOR} for this project (first time only, about 20 s)`);
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const home = join(FOLDER, 'node_modules', `node-${platform}-${process.arch}`);
	const binary = join(home, 'bin', platform === 'win' ? 'node.exe' : 'node');
	if (!existsSync(binary)) {
		throw new Error(
			`No ready Node.js for ${platform}-${process.arch}: install Node.js ${WANTED_MAJOR} or newer and try again.`,
		);
	}
	return binary;
}
