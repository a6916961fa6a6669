import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { N8nCommand } from '../../demo/n8n';

/** An n8n of a test's own, which it may stop and start again. */
export interface OwnN8n {
	url: string;
	stop(): Promise<void>;
	/** SIGKILL, for n8n and all its processes. */
	kill(): Promise<void>;
	/** SIGSTOP: it stands still, as if a heavy computation blocked it. */
	freeze(): void;
	/** SIGCONT: it goes on where it stood. */
	thaw(): void;
	/** Memory that its main process has in RAM. */
	residentBytes(): Promise<number>;
	/** Where it prints. */
	logFile: string;
}

/**
 * Starts n8n with the pack that test/e2e/main.ts has packed; in a process of its own, as jest cannot load `demo/`.
 * @param command other than `start` for another process of queue mode, beside a main process of the same folder
 */
export async function startOwnN8n(
	userFolder: string,
	port: number,
	env: NodeJS.ProcessEnv = {},
	command: N8nCommand = 'start',
): Promise<OwnN8n> {
	const main = join(__dirname, 'ownN8nMain.ts');
	const child = spawn(
		process.execPath,
		['--import', 'tsx', main, userFolder, String(port), JSON.stringify(env), command],
		{
			stdio: ['ignore', 'pipe', 'inherit'],
		},
	);
	const exited = once(child, 'exit');
	const end = async (signal: NodeJS.Signals) => {
		child.kill(signal);
		await exited;
		process.off('exit', kill);
	};
	const kill = () => child.kill();
	process.once('exit', kill);
	const printed = await Promise.race([once(child.stdout, 'data'), exited.then(() => undefined)]);
	if (!printed) throw new Error(`n8n did not start; see ${userFolder}/n8n.log`);
	const [url = '', pid, logFile = ''] = String(printed[0]).trim().split(' ');
	const signal = (name: NodeJS.Signals) => void process.kill(-Number(pid), name);
	return {
		url,
		logFile,
		stop: async () => await end('SIGTERM'),
		kill: async () => await end('SIGUSR2'),
		freeze: () => signal('SIGSTOP'),
		thaw: () => signal('SIGCONT'),
		async residentBytes() {
			const [, kilobytes = ''] = /^VmRSS:\s+(\d+) kB/m.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
			return Number(kilobytes) * 1024;
		},
	};
}
