import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { n8nScriptOf } from '../../demo/install';
import { buildTarball } from '../../demo/pack';
import { freePort } from '../../demo/ports';
import { startStack } from '../../demo/stack';
import { runAsCommand } from '../../scripts/command';
import { runJest } from '../../scripts/jest';
import { CACHE, ROOT } from '../../scripts/repository';
import { worldOf } from '../e2e/worldOf';
import { ensureVersion } from './install';
import { homeOf, VERSIONS } from './versions';

const CONFIG = join(ROOT, 'test/versions/jest.config.js');

/** Installed without peers, the public API of n8n 1 does not start; nothing here needs it. */
const SETTINGS = { N8N_PUBLIC_API_DISABLED: 'true' };

/** `startN8n` switches off a module that older n8ns do not know, and then they do not start. */
function modules(version: string): NodeJS.ProcessEnv {
	const isKnown = existsSync(join(homeOf(version), 'node_modules/n8n/dist/modules/mcp-registry'));
	return isKnown ? {} : { N8N_DISABLED_MODULES: '' };
}

/** Starts one n8n with the tarball and runs the tests in it; resolves with the exit code. */
async function tryVersion(version: string, tarball: string): Promise<number> {
	await ensureVersion(version);
	const userFolder = join(CACHE, 'versions', version);
	await rm(userFolder, { recursive: true, force: true });
	console.log(`Starting n8n ${version} ...`);
	const stack = await startStack({
		tarball,
		userFolder,
		n8nPort: await freePort(),
		sandboxPort: await freePort(),
		n8nScript: n8nScriptOf(homeOf(version)),
		env: { ...SETTINGS, ...modules(version) },
	});
	try {
		return await runJest(['--config', CONFIG], { ...worldOf(stack, userFolder), N8N_VERSION: version });
	} finally {
		await stack.close();
	}
}

/** What `npm run test:versions` does: the packed pack in real older n8ns; arguments after `--` choose some of them. */
async function main(): Promise<number> {
	const chosen = process.argv.slice(2);
	const tarball = await buildTarball();
	const failed: string[] = [];
	for (const version of chosen.length > 0 ? chosen : VERSIONS) {
		const code = await tryVersion(version, tarball).catch((error: unknown) => {
			console.error(error instanceof Error ? error.message : error);
			return 1;
		});
		if (code !== 0) failed.push(version);
	}
	console.log(failed.length > 0 ? `Failed in n8n ${failed.join(', ')}` : 'All passed');
	return failed.length > 0 ? 1 : 0;
}

runAsCommand(main);
