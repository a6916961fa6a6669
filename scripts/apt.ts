import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

function onPath(command: string): boolean {
	return (process.env.PATH ?? '').split(delimiter).some((folder) => {
		try {
			accessSync(join(folder, command), constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}

function apt(args: string[]): boolean {
	const asRoot = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
	const [command = '', ...rest] = [...asRoot, ...args];
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return spawnSync(command, rest, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

/** Installs Debian packages when one of their commands is missing; without apt, says which packages to install. */
export function ensureCommands(commands: string[], packages: string[], purpose: string): void {
	const missing = commands.filter((command) => !onPath(command));
	if (missing.length === 0) return;
	console.log(`Installing ${packages.join(', ')} (${purpose}) ...`);
	if (apt(['update', '-qq']) && apt(['install', '-y', '-qq', '--no-install-recommends', ...packages])) return;
	throw new Error(`${missing.join(', ')} missing (${purpose}). Install: ${packages.join(' ')}`);
}
