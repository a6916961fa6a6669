import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureN8n } from '../../demo/install';
import { buildTarball } from '../../demo/pack';
import { freePort } from '../../demo/ports';
import { startStack } from '../../demo/stack';
import { ensureCommands } from '../../scripts/apt';
import { runJestAtOnce } from '../../scripts/jest';
import { CACHE, ROOT } from '../../scripts/repository';

const USER_FOLDER = join(CACHE, 'e2e');

/** What `npm run test:e2e` does: the packed pack in a new n8n against the sandbox; arguments after `--` go to jest. */
async function main(): Promise<number> {
	await ensureN8n();
	ensureCommands(['chromium'], ['chromium'], 'the browser of the editor test');
	ensureCommands(['redis-server'], ['redis-server'], 'the queue of the queue mode test');
	ensureCommands(['psql'], ['postgresql'], 'the database of the queue mode test');
	console.log('Building the pack ...');
	const tarball = await buildTarball();
	await rm(USER_FOLDER, { recursive: true, force: true });
	console.log('Starting the sandbox and n8n ...');
	const stack = await startStack({
		tarball,
		userFolder: USER_FOLDER,
		n8nPort: await freePort(),
		sandboxPort: await freePort(),
	});
	try {
		const { origin, kaicalls, kairo, kakiyo, kayse } = stack.sandbox;
		const world = {
			n8nUrl: stack.n8n.url,
			userFolder: USER_FOLDER,
			sandbox: { origin, kaicalls, kairo, kakiyo, kayse },
			credentials: stack.credentials,
		};
		const config = join(ROOT, 'test/e2e/jest.config.js');
		// n8n waits more than it works: those tests that start one of their own run beside the others.
		const runs = ['shared n8n', 'own n8n'].map((project) => ['--config', config, ...process.argv.slice(2), '--passWithNoTests', '--selectProjects', project]);
		return await runJestAtOnce(runs, { E2E_WORLD: JSON.stringify(world) });
	} finally {
		await stack.close();
	}
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	},
);
