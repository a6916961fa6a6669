import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureCommands } from '../scripts/apt';
import { ensureInstalled, installStep } from '../scripts/npm.mjs';

const N8N_HOME = join(__dirname, 'n8n');
const SQLITE_BINARY = 'node_modules/sqlite3/build/Release/node_sqlite3.node';

/** The script that starts the n8n of a folder, and its command line. */
export const n8nScriptOf = (home: string): string => join(home, 'node_modules/n8n/bin/n8n');

/** That of the n8n beside the demo. */
export const N8N_SCRIPT = n8nScriptOf(N8N_HOME);

/** The headers of this Node.js, so that compiling needs no download. */
function nodeHeaders(): NodeJS.ProcessEnv {
	const home = dirname(dirname(process.execPath));
	return existsSync(join(home, 'include/node/node_api.h')) ? { npm_config_nodedir: home } : {};
}

/** Installs the real n8n beside the demo, once. Its other packages need no install script; the database driver does. */
export async function ensureN8n(): Promise<void> {
	await ensureInstalled(N8N_HOME, 'Installing n8n (first time only, 2 GB, about 7 min)');
	await ensureDatabaseDriver(N8N_HOME);
}

/** Compiles the database driver of the n8n that is installed in this folder, once. */
export async function ensureDatabaseDriver(home: string): Promise<void> {
	if (existsSync(join(home, SQLITE_BINARY))) return;
	ensureCommands(['python3', 'make', 'g++'], ['python3', 'make', 'g++'], 'to compile the database driver of n8n');
	await installStep(
		'Compiling the database driver of n8n (first time only, about 2 min)',
		home,
		['rebuild', 'sqlite3', '--ignore-scripts=false', '--loglevel=error'],
		nodeHeaders(),
	);
}
