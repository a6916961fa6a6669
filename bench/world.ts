import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INodeCredentials } from 'n8n-workflow';
import { N8nClient, type CredentialInput } from '../demo/client';
import { ensureN8n } from '../demo/install';
import { startN8n } from '../demo/n8n';
import { buildTarball, installPack } from '../demo/pack';
import { freePort } from '../demo/ports';
import { name as packName, version as packVersion } from '../package.json';
import { CACHE } from '../scripts/repository';
import { name as benchName, version as benchVersion } from './nodes/package.json';
import { NodeVersions } from './nodeVersions';
import { startStub, type Stub } from './stub/client';

const USER_FOLDER = join(CACHE, 'bench');

const WITHOUT_MEMORY = join(__dirname, 'withoutMemory.js');

/** A vendor's key; the stub accepts any. */
const API_KEY = 'k'.repeat(40);

/** The secret of the benchmark's deliveries, if it can choose it. */
export const OWN_SECRET = 's'.repeat(64);

/** A real n8n with the packed pack and the benchmark's own nodes, and the stub server, each in a process of its own. */
export interface World {
	n8nUrl: string;
	client: N8nClient;
	stub: Stub;
	/** The version of a node type in a new workflow. */
	versions: NodeVersions;
	/** Credentials by type, as nodes refer to them. */
	credentials: INodeCredentials;
	tarball: string;
	/** Where n8n has the unpacked pack. */
	packFolder: string;
	quick: boolean;
	close(): Promise<void>;
}

/** Puts the benchmark's own nodes beside the pack, as a second community package. */
async function installBenchNodes(nodesFolder: string): Promise<void> {
	await cp(join(__dirname, 'nodes'), join(nodesFolder, 'node_modules', benchName), { recursive: true });
	const dependencies = { [packName]: packVersion, [benchName]: benchVersion };
	await writeFile(
		join(nodesFolder, 'package.json'),
		JSON.stringify({ name: 'installed-nodes', private: true, dependencies }),
	);
}

function credentialInputs(stubUrl: string): CredentialInput[] {
	const vendor = (path: string) => ({ apiKey: API_KEY, baseUrl: `${stubUrl}/${path}` });
	return [
		{ type: 'kakiyoOutreachApi', name: 'Kakiyo', data: vendor('kakiyo') },
		{ type: 'kaiCallsOutreachApi', name: 'KaiCalls', data: vendor('kaicalls') },
		{ type: 'kayseOutreachApi', name: 'Kayse', data: { ...vendor('kayse'), callsBaseUrl: `${stubUrl}/kayse` } },
		{ type: 'httpHeaderAuth', name: 'Header Auth', data: { name: 'Authorization', value: `Bearer ${API_KEY}` } },
		{
			type: 'jiraSoftwareServerApi',
			name: 'Jira',
			data: { email: 'jane@example.com', password: API_KEY, domain: `${stubUrl}/jira` },
		},
		{ type: 'benchApi', name: 'Bench', data: { apiKey: API_KEY } },
		{ type: 'crypto', name: 'Crypto', data: { hmacSecret: OWN_SECRET } },
	];
}

async function saveCredentials(client: N8nClient, stubUrl: string): Promise<INodeCredentials> {
	const saved: INodeCredentials = {};
	for (const input of credentialInputs(stubUrl)) {
		saved[input.type] = { id: await client.saveCredential(input), name: input.name };
	}
	return saved;
}

/** Builds and packs the pack, then starts everything again on the loopback interface. */
export async function startWorld({ quick }: Pick<World, 'quick'>): Promise<World> {
	await ensureN8n();
	console.log('Building the pack ...');
	const tarball = await buildTarball();
	await rm(USER_FOLDER, { recursive: true, force: true });
	const nodesFolder = join(USER_FOLDER, '.n8n', 'nodes');
	await mkdir(nodesFolder, { recursive: true });
	await installPack(tarball, USER_FOLDER);
	await installBenchNodes(nodesFolder);
	console.log('Starting the stub server and n8n ...');
	const stub = await startStub();
	const n8n = await startN8n({
		userFolder: USER_FOLDER,
		port: await freePort(),
		env: { NODE_OPTIONS: `--require ${WITHOUT_MEMORY}` },
	});
	const client = await N8nClient.login(n8n.url);
	return {
		n8nUrl: n8n.url,
		client,
		stub,
		versions: new NodeVersions(await client.nodeTypes()),
		credentials: await saveCredentials(client, stub.url),
		tarball,
		packFolder: join(nodesFolder, 'node_modules', packName),
		quick,
		async close() {
			await n8n.stop();
			await stub.stop();
		},
	};
}
