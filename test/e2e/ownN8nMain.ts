import { join } from 'node:path';

import { startN8n, type N8nCommand } from '../../demo/n8n';
import { installPack } from '../../demo/pack';
import { name, version } from '../../package.json';
import { CACHE } from '../../scripts/repository';

/** Arguments: user folder, port, environment as JSON, command. Prints address, process group and log file when n8n is ready; ends it on SIGTERM, kills it on SIGUSR2. */
async function main(): Promise<void> {
	const [userFolder = '', port = '', env = '{}', command] = process.argv.slice(2);
	// The other processes share the folder of the main process, which has the pack already.
	if (command === 'start') await installPack(join(CACHE, 'pack', `${name}-${version}.tgz`), userFolder);
	const n8n = await startN8n({
		userFolder,
		port: Number(port),
		command: command as N8nCommand,
		env: JSON.parse(env) as NodeJS.ProcessEnv,
	});
	process.once('SIGTERM', async () => {
		await n8n.stop();
		process.exit(0);
	});
	// In all ways in which this process ends, n8n is killed with it.
	process.once('SIGUSR2', () => process.exit(0));
	console.log(`${n8n.url} ${n8n.processGroup} ${n8n.logFile}`);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
});
