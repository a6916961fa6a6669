import { execFile, spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { name, version } from '../package.json';
import { npm } from '../scripts/npm.mjs';
import { CACHE, ROOT } from '../scripts/repository';
import { signalGroup } from './processGroup';

const TARBALL_FOLDER = join(CACHE, 'pack');

async function npmOrThrow(args: string[]): Promise<void> {
	if ((await npm(ROOT, args)) !== 0) throw new Error(`npm ${args[0]} ${args[1]} failed`);
}

/** Builds the pack and packs it as for publishing; returns the path of the tarball. */
export async function buildTarball(): Promise<string> {
	await mkdir(TARBALL_FOLDER, { recursive: true });
	await npmOrThrow(['run', '--silent', 'build']);
	await npmOrThrow(['pack', '--silent', '--pack-destination', TARBALL_FOLDER]);
	return join(TARBALL_FOLDER, `${name}-${version}.tgz`);
}

const nodesFolderOf = (userFolder: string): string => join(userFolder, '.n8n', 'nodes');

const packFolderOf = (userFolder: string): string => join(nodesFolderOf(userFolder), 'node_modules', name);

/** Puts the unpacked tarball into n8n's folder for community packages: exactly the files that a user gets. */
export async function installPack(tarball: string, userFolder: string): Promise<void> {
	const nodesFolder = nodesFolderOf(userFolder);
	const packFolder = packFolderOf(userFolder);
	await rm(packFolder, { recursive: true, force: true });
	await mkdir(packFolder, { recursive: true });
	await promisify(execFile)('tar', ['-xzf', tarball, '--strip-components=1', '-C', packFolder]);
	const listed = { name: 'installed-nodes', private: true, dependencies: { [name]: version } };
	await writeFile(join(nodesFolder, 'package.json'), JSON.stringify(listed, null, 2));
}

/**
 * Builds the pack again after each change in its sources, into the n8n of this folder, as long as this process lives.
 */
export function rebuildOnChange(userFolder: string): void {
	const gulp = spawn(process.execPath, [join(ROOT, 'node_modules/gulp/bin/gulp.js'), 'watch'], {
		cwd: ROOT,
		env: { ...process.env, LOADED_DIST: join(packFolderOf(userFolder), 'dist') },
		stdio: 'inherit',
		// Its compiler is a process of its own.
		detached: true,
	});
	process.once('exit', () => signalGroup(gulp, 'SIGTERM'));
}
