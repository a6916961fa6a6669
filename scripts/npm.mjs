import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const HEARTBEAT_MS = 30_000;

/** The npm that started us, else the one on the PATH. */
function npmCommand() {
	const cli = process.env.npm_execpath;
	return cli?.endsWith('npm-cli.js') ? [process.execPath, cli] : ['npm'];
}

/** Runs npm in a folder and resolves with its exit code. */
export function npm(folder, args, env = {}) {
	const [command, ...first] = npmCommand();
	const child = spawn(command, [...first, ...args], {
		cwd: folder,
		env: { ...process.env, ...env },
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: process.platform === 'win32' && command === 'npm',
	});
	const end = () => child.kill();
	process.once('exit', end);
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', (code) => resolve(code ?? 1));
	}).finally(() => process.off('exit', end));
}

/** A long step of an installation: prints its name, shows now and then that it is alive, rejects when it fails. */
export async function installStep(label, folder, args, env) {
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	console.log(`${label} ...`);
	const heartbeat = setInterval(() => console.log(`  ... still at it after ${seconds()} s`), HEARTBEAT_MS);
	const code = await npm(folder, args, env).finally(() => clearInterval(heartbeat));
	if (code !== 0) throw new Error(`npm ${args.join(' ')} failed in ${folder} (exit code ${code})`);
	console.log(`  done in ${seconds()} s`);
}

function lockedPackages(path) {
	try {
		return JSON.parse(readFileSync(path, 'utf8')).packages;
	} catch (error) {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	}
}

/**
 * Whether node_modules matches package-lock.json. npm writes node_modules/.package-lock.json at the end of every
 * install, so an interrupted install does not count.
 */
export function isInstalled(folder) {
	const wanted = lockedPackages(join(folder, 'package-lock.json'));
	const present = lockedPackages(join(folder, 'node_modules', '.package-lock.json'));
	if (!wanted || !present) return false;
	return Object.entries(wanted).every(([path, { version, integrity, optional, peer }]) => {
		if (path === '') return true;
		const found = present[path];
		if (!found) return Boolean(optional || peer);
		return found.version === version && found.integrity === integrity;
	});
}

/**
 * Makes node_modules of a folder match its lockfile, when it does not. Not `npm ci`: that refuses a lockfile in which
 * optional packages of other platforms are missing because the registry it was made with lacks them.
 */
export async function ensureInstalled(folder, label) {
	if (isInstalled(folder)) return;
	const quietly = ['--no-progress', '--loglevel=error'];
	await installStep(label, folder, ['install', '--no-save', '--include=dev', '--include=optional', ...quietly]);
}
