import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { folderOf, OLDER_ENGINES, type OlderEngine } from './versions';
import { runAsCommand } from '../../scripts/command';
import { runJest } from '../../scripts/jest';
import { installStep, isInstalled } from '../../scripts/npm.mjs';
import { ROOT } from '../../scripts/repository';
import { npmScript, runSteps } from '../../scripts/steps';

/** No dependency of an engine needs its install script here. */
const INSTALL = [
	'install',
	'--legacy-peer-deps',
	'--ignore-scripts',
	'--no-audit',
	'--no-fund',
	'--no-progress',
	'--loglevel=error',
];

async function ensureEngine(engine: OlderEngine): Promise<void> {
	const folder = folderOf(engine);
	const { n8n, core, workflow } = engine;
	if (isInstalled(folder)) return;
	await mkdir(folder, { recursive: true });
	await writeFile(
		join(folder, 'package.json'),
		JSON.stringify({ private: true, dependencies: { 'n8n-core': core, 'n8n-workflow': workflow } }),
	);
	await installStep(`Installing the engine of n8n ${n8n} (first time only, up to 460 MB)`, folder, INSTALL);
}

/** What `npm run test:engines` does: the built pack in the engines of older n8n versions; arguments after `--` go to jest. */
async function main(): Promise<number> {
	for (const engine of OLDER_ENGINES) await ensureEngine(engine);
	const code = await runSteps([npmScript('build')]);
	return (
		code || (await runJest(['--config', join(ROOT, 'test/olderEngines/jest.config.js'), ...process.argv.slice(2)]))
	);
}

runAsCommand(main);
