// Starts a TypeScript file of this repository on a fresh clone: installs missing packages, then runs it on Node.js 24
// or newer.
// Usage: node scripts/run.mjs <file.ts> [arguments]
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureNode24 } from './node24.mjs';
import { ensureInstalled } from './npm.mjs';

const PARENT_CHECK_MS = 1000;
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Runs a child to its end and returns its exit code; signals are passed on to it. */
function handOver(command, args, options) {
	const child = spawn(command, args, { ...options, stdio: 'inherit' });
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
	// npm runs this script in a shell that ends at a signal without passing it on.
	const parent = process.ppid;
	const endWithNpm = () => process.ppid !== parent && child.kill('SIGTERM');
	if (process.env.npm_lifecycle_event) setInterval(endWithNpm, PARENT_CHECK_MS).unref();
	child.on('error', (error) => {
		console.error(error.message);
		process.exit(1);
	});
	child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

async function main() {
	const [file, ...args] = process.argv.slice(2);
	if (!file) throw new Error('Usage: node scripts/run.mjs <file.ts> [arguments]');
	await ensureInstalled(ROOT, 'Installing dependencies (first time only, about 2 min)');
	const node = await ensureNode24();
	const path = [dirname(node), join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
	handOver(node, ['--import', 'tsx', file, ...args], { cwd: ROOT, env: { ...process.env, PATH: path } });
}

main().catch((error) => {
	console.error(error.message);
	process.exit(1);
});
