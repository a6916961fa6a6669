import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { INode } from 'n8n-workflow';

import { N8nClient } from '../../../demo/client';
import type { SandboxCredentials } from '../../../demo/credentials';
import { freePort } from '../../../demo/ports';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { CACHE } from '../../../scripts/repository';
import { accountOf, expectPromiseKept, phoneNumbers, pressRetry, startCallList, type Account, type CallList } from '../callList';
import { eventually } from '../createAndWaitHarness';
import { startOwnN8n, type OwnN8n } from '../ownN8n';
import { rest } from '../rest';

const USER_FOLDER = join(CACHE, 'e2e-killed');

/** A kill leaves open what became of the requests in flight (at most five), and of those that were answered a moment ago. */
const MOST_UNKNOWN = 10;

describe('n8n, killed while it places calls', () => {
	let sandbox: Sandbox;
	let port: number;
	let n8n: OwnN8n;
	let client: N8nClient;
	let credentials: SandboxCredentials;

	const start = async () => {
		n8n = await startOwnN8n(USER_FOLDER, port, { N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '2' });
		client = await N8nClient.login(n8n.url);
	};

	beforeAll(async () => {
		await rm(USER_FOLDER, { recursive: true, force: true });
		sandbox = await startSandbox();
		port = await freePort();
		await start();
		const name = 'KaiCalls, on a plan without limits';
		const data = { ...sandbox.kaicalls, requestsPerMinute: 1_000_000 };
		const id = await client.saveCredential({ type: 'kaiCallsOutreachApi', name, data });
		credentials = { kaiCallsOutreachApi: { id, name } };
	});

	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
		// jest would complain of packages with the same name in the folders of two n8ns.
		await rm(join(USER_FOLDER, '.n8n', 'nodes'), { recursive: true, force: true });
	});

	beforeEach(() => {
		sandbox.control.reset();
		sandbox.control.configureKaiCalls({ rateLimits: false });
	});

	const placed = () => Object.values(sandbox.control.callsPlaced()).reduce((sum, times) => sum + times, 0);

	/** The phone rings at once, and the answer takes its time. */
	const answerSlowly = (delaySeconds: number) =>
		sandbox.control.fail({ vendor: 'kaicalls', method: 'POST', path: '/calls', kind: 'slow', delaySeconds, afterHandler: true, times: 100_000 });

	const startCalling = async (phones: string[], more: Partial<CallList> = {}): Promise<string> => {
		const agentId = sandbox.control.kaiCallsState().agents[0]?.id ?? '';
		return await startCallList(client, n8n.url, phones, { credentials, agentId, onError: 'continueRegularOutput', ...more });
	};

	const killAt = async (calls: number) => {
		await eventually(`${calls} calls`, async () => placed() >= calls, 240_000);
		await n8n.kill();
		await start();
	};

	const retried = async (executionId: string, phones: string[], workflow?: 'saved' | 'original'): Promise<Account> => {
		const execution = await pressRetry(client, executionId, workflow);
		const account = accountOf(execution);
		expectPromiseKept(sandbox, phones, account);
		return account;
	};

	test.each([
		[1, 'as run'],
		[4, 'reversed'],
		[7, 'as run'],
		[10, 'reversed'],
		[13, 'as run'],
	] as const)('SIGKILL after %i of fifteen calls (nodes in the file %s), then Retry: no phone rings twice, none is left out unsaid', async (calls, fileOrder) => {
		const phones = phoneNumbers(15);
		answerSlowly(0.4);
		const executionId = await startCalling(phones, { fileOrder });
		await killAt(calls);
		expect((await client.finished(executionId)).status).toBe('crashed');
		const account = await retried(executionId, phones);
		expect(account.unknown).toBeLessThanOrEqual(MOST_UNKNOWN);
		// Once more tells the same and rings nobody.
		await retried(executionId, phones, 'original');
	});

	test('SIGKILL in a later node, then Retry: all ten are told as done', async () => {
		const phones = phoneNumbers(10);
		sandbox.control.fail({ vendor: 'kaicalls', method: 'GET', path: '/calls', kind: 'slow', delaySeconds: 60 });
		const executionId = await startCalling(phones, { readsAfterwards: true });
		await eventually('the later node', async () => sandbox.control.log().some(({ method }) => method === 'GET'), 60_000);
		await killAt(phones.length);
		expect(await retried(executionId, phones)).toEqual({ done: 0, doneBefore: 10, unknown: 0, failed: 0 });
	});

	test('SIGKILL in the middle of 5,000 items, then Retry', async () => {
		const phones = phoneNumbers(5_000);
		const executionId = await startCalling(phones);
		await killAt(2_500);
		const { done, doneBefore, unknown } = await retried(executionId, phones);
		expect(unknown).toBeLessThan(600);
		expect(done).toBeGreaterThan(1_000);
		expect(doneBefore).toBeGreaterThan(2_000);
	});

	test('stopped as a restart does, then Retry', async () => {
		const phones = phoneNumbers(60);
		answerSlowly(1);
		const executionId = await startCalling(phones);
		await eventually('some calls', async () => placed() >= 6, 60_000);
		await n8n.stop();
		await start();
		expect(await client.finished(executionId)).toMatchObject({ status: expect.stringMatching(/crashed|canceled|error/) });
		// n8n closes its database before its executions have ended, so that what is done meanwhile cannot be marked.
		await retried(executionId, phones);
	});

	test.each(['saved', 'original'] as const)('a refusal stops the workflow: Retry with the %s workflow does the rest, and a second one nothing', async (workflow) => {
		const phones = phoneNumbers(10);
		sandbox.control.fail({ vendor: 'kaicalls', method: 'POST', path: '/calls', kind: 'status', status: 402, skip: 5 });
		const executionId = await startCalling(phones, { onError: 'stopWorkflow' });
		expect((await client.finished(executionId)).status).toBe('error');
		expect(await retried(executionId, phones, workflow)).toEqual({ done: 10, doneBefore: 0, unknown: 0, failed: 0 });
		const again = await pressRetry(client, executionId, workflow);
		expect(again.data.resultData.error?.message).toContain('its result is not at hand');
		expect(Object.values(sandbox.control.callsPlaced())).toEqual(Array(10).fill(1));
	});

	test('Stop, pressed by the user, then Retry', async () => {
		const phones = phoneNumbers(15);
		answerSlowly(0.5);
		const executionId = await startCalling(phones);
		await eventually('some calls', async () => placed() >= 6, 60_000);
		await rest(client, 'POST', `/executions/${executionId}/stop`);
		expect((await client.finished(executionId)).status).toBe('canceled');
		const account = await retried(executionId, phones);
		expect(account.unknown).toBeLessThanOrEqual(MOST_UNKNOWN);
	});

	const timedOut = async (phones: string[], onError: INode['onError']): Promise<string> => {
		answerSlowly(1.2);
		const executionId = await startCalling(phones, { onError, settings: { executionTimeout: 2 } });
		expect((await client.finished(executionId)).status).toBe('canceled');
		expect(placed()).toBeLessThan(phones.length);
		return executionId;
	};

	test('the workflow’s time-out, then Retry: all items are told of', async () => {
		const phones = phoneNumbers(12);
		const account = await retried(await timedOut(phones, 'continueRegularOutput'), phones);
		expect(account.unknown).toBeLessThanOrEqual(MOST_UNKNOWN);
	});

	test('the workflow’s time-out (On Error = Stop), then Retry: the rest is called', async () => {
		const phones = phoneNumbers(12);
		const executionId = await timedOut(phones, 'stopWorkflow');
		const before = placed();
		const { data } = await pressRetry(client, executionId);
		expect(new Set(Object.values(sandbox.control.callsPlaced()))).toEqual(new Set([1]));
		expect(placed()).toBeGreaterThan(before);
		expect(data.resultData.error?.description).toMatch(/Done: item .*Unknown: item /);
	});
});
