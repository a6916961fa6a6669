import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ensureDatabaseDriver } from '../../demo/install';
import { dependencies, overrides } from '../../demo/n8n/package.json';
import { installStep, isInstalled } from '../../scripts/npm.mjs';
import { ROOT } from '../../scripts/repository';
import { homeOf } from './versions';

const OVERRIDES = {
	// Older n8ns download it from the server of its makers, which some machines cannot reach; npm has it, too.
	xlsx: '0.18.5',
	...overrides,
};

/** The newest version does not fit the other LangChain packages of these n8ns: with it, no command of n8n starts. */
const CHECKPOINT = { '@langchain/langgraph-checkpoint': '1.0.0' };
const NEEDS_CHECKPOINT: ReadonlySet<string> = new Set(['2.0.3', '1.123.81']);

/** Installs an n8n as the one beside the demo is installed, once. */
export async function ensureVersion(version: string): Promise<void> {
	const home = homeOf(version);
	if (!isInstalled(home)) {
		await mkdir(home, { recursive: true });
		await copyFile(join(ROOT, 'demo/n8n/.npmrc'), join(home, '.npmrc'));
		const manifest = {
			private: true,
			dependencies: { ...dependencies, n8n: version },
			overrides: { ...OVERRIDES, ...(NEEDS_CHECKPOINT.has(version) && CHECKPOINT) },
		};
		await writeFile(join(home, 'package.json'), JSON.stringify(manifest, null, 2));
		const label = `Installing n8n ${version} (first time only, up to 2.2 GB, about 3 min)`;
		await installStep(label, home, ['install', '--no-progress', '--loglevel=error']);
	}
	await ensureDatabaseDriver(home);
}
