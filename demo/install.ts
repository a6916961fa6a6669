import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureCommands } from '../scripts/apt';
import { ensureInstalled, installStep } from '../scripts/npm.mjs';

const N8N_HOME = join(__dirname, 'n8n');
const SQLITE_BINARY = join(N8N_HOME, 'node_modules/sqlite3/build/Release/node_sqlite3.node');

/** The script that starts n8n and its command line. */
export const N8N_SCRIPT = join(N8N_HOME, 'node_modules/n8n/bin/n8n');

/** The headers of this Node.js, so that compiling needs no download. */
function nodeHeaders(): NodeJS.ProcessEnv {
	const home = dirname(dirname(process.execPath));
	return existsSync(join(home, 'include/node/node_api.h')) ? { npm_config_nodedir: home } : {};
}

/** Installs the real n8n beside the demo, once. Its other packages need no install script; the database driver does. */
export async function ensureN8n(): Promise<void> {
	await ensureInstalled(N8N_HOME, 'Installing n8n (first time only, 2 GB, about 7 min)');
	if (existsSync(SQLITE_BINARY)) return;
	ensureCommands(['python3', 'make', 'g++'], ['python3', 'make', 'g++'], 'to compile the database driver of n8n');
	await installStep(
		'Compiling the database driver of n8n (first time only, about 2 min)',
		N8N_HOME,
		['rebuild', 'sqlite3', '--ignore-scripts=false', '--loglevel=error'],
		nodeHeaders(),
	);
}
