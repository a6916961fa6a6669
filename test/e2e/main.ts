import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureN8n } from '../../demo/install';
import { buildTarball } from '../../demo/pack';
import { freePort } from '../../demo/ports';
import { startStack, type Stack } from '../../demo/stack';
import { runAsCommand } from '../../scripts/command';
import { ensureCommands } from '../../scripts/apt';
import { runJestInLanes, type JestRun } from '../../scripts/jest';
import { CACHE, ROOT } from '../../scripts/repository';
import { worldOf } from './worldOf';

const CONFIG = join(ROOT, 'test/e2e/jest.config.js');

/** An n8n with its sandbox, by its folder. */
type Stand = 'e2e' | 'e2e-editor';

/** A package of one vendor has only those of the shared n8n. */
function hasTests(folder: string): boolean {
	return existsSync(join(__dirname, folder));
}

type Lane = Array<{ stand: Stand; projects: string[] }>;

/**
 * The jest projects, and the stand that each knows. Lanes run at once, as n8n waits more than it works; with a third one, two cores are so
 * loaded that tests of what two processes do to each other fail.
 */
const TESTS: Lane[] = [
	[
		{ stand: 'e2e', projects: ['shared n8n'] },
		...(hasTests('editor') ? [{ stand: 'e2e-editor' as const, projects: ['editor'] }] : []),
	],
	hasTests('ownN8n') ? [{ stand: 'e2e', projects: ['own n8n', 'waiting n8n'] }] : [],
];

/** With `npm run pictures` there is one project: it makes the pictures of docs/images. */
const isForPictures = process.argv[2] === 'pictures';

const LANES: Lane[] = isForPictures ? [[{ stand: 'e2e-editor', projects: ['pictures'] }]] : TESTS;

const ARGUMENTS = process.argv.slice(isForPictures ? 3 : 2);

const STANDS = new Set(LANES.flat().map(({ stand }) => stand));

/** n8n and the sandbox in a new folder, and how tests find them. */
async function startStand(tarball: string, userFolder: string): Promise<{ stack: Stack; env: NodeJS.ProcessEnv }> {
	await rm(userFolder, { recursive: true, force: true });
	const stack = await startStack({ tarball, userFolder, n8nPort: await freePort(), sandboxPort: await freePort() });
	return { stack, env: worldOf(stack, userFolder) };
}

/** What `npm run test:e2e` does: the packed pack in a new n8n against the sandbox; arguments after `--` go to jest. */
async function main(): Promise<number> {
	await ensureN8n();
	if (hasTests('editor')) ensureCommands(['chromium'], ['chromium'], 'the browser of the editor test');
	if (hasTests('ownN8n')) {
		ensureCommands(['redis-server'], ['redis-server'], 'the queue of the queue mode test');
		ensureCommands(['psql'], ['postgresql'], 'the database of the queue mode test');
	}
	console.log('Building the pack ...');
	const tarball = await buildTarball();
	console.log('Starting the sandboxes and n8n ...');
	const open: Stack[] = [];
	try {
		const stands = new Map<Stand, NodeJS.ProcessEnv>();
		for (const stand of STANDS) {
			const { stack, env } = await startStand(tarball, join(CACHE, stand));
			open.push(stack);
			stands.set(stand, env);
		}
		const runOf = ({ stand, projects }: { stand: Stand; projects: string[] }): JestRun => ({
			args: ['--config', CONFIG, ...ARGUMENTS, '--passWithNoTests', '--selectProjects', ...projects],
			env: stands.get(stand),
		});
		return await runJestInLanes(LANES.map((lane) => lane.map(runOf)));
	} finally {
		await Promise.all(open.map(async (stack) => await stack.close()));
	}
}

runAsCommand(main);
