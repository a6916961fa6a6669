import { readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { INode, INodeParameters } from 'n8n-workflow';

import { N8nClient, type FinishedExecution } from '../../../demo/client';
import { saveSandboxCredentials, type SandboxCredentials } from '../../../demo/credentials';
import { freePort } from '../../../demo/ports';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { CACHE } from '../../../scripts/repository';
import { step } from '../callList';
import { startOwnN8n, type OwnN8n } from '../ownN8n';
import { saveWorkflow } from '../kaiCallsTriggerHarness';

const USER_FOLDER = join(CACHE, 'e2e-hostile');

const MEGABYTE = 1024 * 1024;

/** No other text in the logs equals this. */
const KEY = 'kc_live_5up3r53cr3t5up3r53cr3t5up3r53cr3t';

const CALLS: INodeParameters = { resource: 'call', operation: 'getAll', returnAll: false, limit: 1 };

describe('a hostile world around an n8n with 1 GB of heap, which logs all it can', () => {
	let sandbox: Sandbox;
	let elsewhere: Server;
	let arrived: string[];
	let n8n: OwnN8n;
	let client: N8nClient;
	let credentials: SandboxCredentials;

	beforeAll(async () => {
		await rm(USER_FOLDER, { recursive: true, force: true });
		sandbox = await startSandbox();
		elsewhere = createServer((request, response) => {
			arrived.push(JSON.stringify(request.headers));
			response.end('{}');
		}).listen(0, '127.0.0.1');
		await once(elsewhere, 'listening');
		n8n = await startOwnN8n(USER_FOLDER, await freePort(), {
			NODE_OPTIONS: '--max-old-space-size=1024',
			N8N_LOG_LEVEL: 'debug',
		});
		client = await N8nClient.login(n8n.url);
		credentials = await saveSandboxCredentials(client, sandbox);
	});

	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
		elsewhere?.close();
		// jest would complain of packages with the same name in the folders of two n8ns.
		await rm(join(USER_FOLDER, '.n8n', 'nodes'), { recursive: true, force: true });
	});

	beforeEach(() => {
		arrived = [];
	});

	afterEach(() => sandbox.control.reset());

	const elsewhereAt = () => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;

	/** Runs one node by hand. */
	async function run(name: string, node: INode): Promise<FinishedExecution> {
		const start = step('Start', 'n8n-nodes-base.manualTrigger', 1, {});
		const id = await client.saveWorkflow({
			name,
			nodes: [start, node],
			connections: { Start: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1' },
		});
		return await client.execute(id, 'Start');
	}

	test('30 deliveries of 12 MB to a trigger without verification: n8n lives, and grows by 100 MB at most', async () => {
		const parameters = { mode: 'perCall', verification: 'none', callEvents: ['call.completed'] };
		const { workflow, url } = await saveWorkflow(client, 'Unverified', parameters, { n8nUrl: n8n.url, credentials });
		await workflow.activate();
		const deliver = async (index: number) =>
			await fetch(url, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ event: 'call.completed', index, padding: 'x'.repeat(12 * MEGABYTE) }),
			}).then(({ status }) => status);
		// What n8n needs for a delivery of this size it takes with the first ones.
		for (let index = 0; index < 3; index += 1) expect(await deliver(-index)).toBe(413);
		const before = await n8n.residentBytes();
		for (let index = 0; index < 30; index += 1) expect(await deliver(index)).toBe(413);
		expect((await n8n.residentBytes()) - before).toBeLessThan(100 * MEGABYTE);
		expect(await client.workflowNames()).toContain('Unverified');
		expect(await workflow.executions()).toEqual([]);
	});

	test('30 such deliveries at once: all are refused, and n8n lives', async () => {
		const parameters = { mode: 'perCall', verification: 'none', callEvents: ['call.completed'] };
		const { workflow, url } = await saveWorkflow(client, 'Unverified, at once', parameters, {
			n8nUrl: n8n.url,
			credentials,
		});
		await workflow.activate();
		const body = JSON.stringify({ event: 'call.completed', padding: 'x'.repeat(12 * MEGABYTE) });
		const statuses = await Promise.all(
			Array.from(
				{ length: 30 },
				async () =>
					(await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status,
			),
		);
		expect(new Set(statuses)).toEqual(new Set([413]));
		expect(await client.workflowNames()).toContain('Unverified, at once');
	});

	test('HTTP Request sends the key to no other host, nor where a redirect leads', async () => {
		const type = 'kaiCallsOutreachApi';
		const request = async (name: string, url: string, data: Record<string, string>) => {
			const id = await client.saveCredential({
				type,
				name,
				data: { apiKey: KEY, baseUrl: sandbox.kaicalls.baseUrl, ...data },
			});
			const parameters = { url, authentication: 'predefinedCredentialType', nodeCredentialType: type, options: {} };
			return await run(
				name,
				step('Request', 'n8n-nodes-base.httpRequest', 4.2, parameters, { credentials: { [type]: { id, name } } }),
			);
		};
		const other = await request('Another host', elsewhereAt(), {});
		expect(other.data.resultData.error?.message).toMatch(/not allowed/i);
		const target = elsewhereAt().replace('127.0.0.1', 'localhost');
		sandbox.control.fail({ vendor: 'kaicalls', method: 'GET', path: '/agents', kind: 'redirect', location: target });
		const here = { allowedHttpRequestDomains: 'domains', allowedDomains: '127.0.0.1' };
		const redirected = await request('A redirect', `${sandbox.kaicalls.baseUrl}/agents`, here);
		expect(redirected.data.resultData.error).toBeDefined();
		const inClear = await request('In clear', 'http://127.0.0.2:9/x', { allowedHttpRequestDomains: 'all' });
		expect(JSON.stringify(inClear.data.resultData.error)).toMatch(/API key was not sent to/);
		expect(arrived).toEqual([]);
	});

	/** Every text that n8n keeps: its log, its event log and its database. */
	async function kept(): Promise<Array<{ file: string; bytes: Buffer }>> {
		const folder = join(USER_FOLDER, '.n8n');
		const files = (await readdir(folder))
			.filter((name) => /\.log$|\.sqlite/.test(name))
			.map((name) => join(folder, name));
		return await Promise.all([n8n.logFile, ...files].map(async (file) => ({ file, bytes: await readFile(file) })));
	}

	test('a key is in no log, event log or database after 20 kinds of failures', async () => {
		const type = 'kaiCallsOutreachApi';
		const own = { apiKey: KEY, baseUrl: sandbox.kaicalls.baseUrl };
		const id = await client.saveCredential({ type, name: 'Secret', data: own });
		const withCredential = { credentials: { [type]: { id, name: 'Secret' } } };
		const base64 = Buffer.from(KEY).toString('base64').replace(/=+$/, '');
		const quoting = {
			error: `invalid_${KEY}`,
			message: `There is no key ${KEY}, ${base64}, ${KEY.toUpperCase()}`,
			request: { headers: { authorization: `Bearer ${KEY}` } },
		};
		const read = async (name: string, parameters: INodeParameters = CALLS) =>
			await run(
				name,
				step(
					'KaiCalls',
					'n8n-nodes-outreach-agents.kaiCalls',
					1,
					{ options: { maxRetries: 0, maxWait: 1 }, ...parameters },
					withCredential,
				),
			);
		const fault = { vendor: 'kaicalls', method: 'GET', path: '/calls' } as const;

		for (const status of [200, 400, 401, 402, 403, 404, 409, 422, 429, 500, 502, 503]) {
			sandbox.control.fail({ ...fault, kind: 'status', status, body: quoting });
			await read(`Status ${status}`);
		}
		for (const kind of ['resetBeforeHandler', 'resetAfterHandler', 'cutBody', 'html', 'empty'] as const) {
			sandbox.control.fail({ ...fault, kind });
			await read(kind);
		}
		sandbox.control.fail({ ...fault, kind: 'redirect', location: `${elsewhereAt()}/?key=${KEY}` });
		await read('redirect');
		for (const [name, change] of Object.entries({
			'line break': { apiKey: `${KEY}\nX-Evil: 1` },
			address: { baseUrl: `https://vendor.invalid/v1?key=${KEY}` },
			'nobody there': { baseUrl: `http://127.0.0.1:${await freePort()}/v1` },
		})) {
			const data = { ...own, ...change };
			const broken = await client.saveCredential({ type, name, data });
			await run(
				name,
				step(
					'KaiCalls',
					'n8n-nodes-outreach-agents.kaiCalls',
					1,
					{ ...CALLS, options: { maxRetries: 0 } },
					{ credentials: { [type]: { id: broken, name } } },
				),
			);
			const { message } = await client.testCredential({ type, name, data });
			expect(message).not.toContain(KEY);
		}

		const files = await kept();
		expect(files.map(({ file }) => file).join()).toMatch(/n8n\.log.*sqlite/s);
		expect(files.filter(({ bytes }) => bytes.includes(KEY) || bytes.includes(base64)).map(({ file }) => file)).toEqual(
			[],
		);
		expect(arrived).toEqual([]);
	});
});
