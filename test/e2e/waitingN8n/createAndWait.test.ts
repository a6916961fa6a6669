import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { INode, INodeParameters } from 'n8n-workflow';

import { N8nClient } from '../../../demo/client';
import { freePort } from '../../../demo/ports';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { CACHE } from '../../../scripts/repository';
import { executionOf, startByHand, startInProduction, type WaitingExecution } from '../createAndWaitHarness';
import { startOwnN8n, type OwnN8n } from '../ownN8n';
import { eventually } from '../../support/eventually';

const USER_FOLDER = join(CACHE, 'e2e-create-and-wait');

const JANE = '+12025550111';
const JOE = '+12025550112';
const JIM = '+12025550113';

/** The time limit of the test, the two minutes that the node has for its last look, and n8n looks once a minute for executions whose time is over. */
const EXPIRY_DEADLINE_MS = 240_000;

describe('Call > Create and Wait on n8n', () => {
	let sandbox: Sandbox;
	let n8n: OwnN8n;
	let client: N8nClient;
	let port: number;
	let credential: { id: string; name: string };

	const start = async () => {
		n8n = await startOwnN8n(USER_FOLDER, port);
		client = await N8nClient.login(n8n.url);
	};

	beforeAll(async () => {
		await rm(USER_FOLDER, { recursive: true, force: true });
		sandbox = await startSandbox();
		port = await freePort();
		await start();
		const { apiKey, baseUrl } = sandbox.kaicalls;
		const saved = { type: 'kaiCallsOutreachApi', name: 'KaiCalls sandbox', data: { apiKey, baseUrl } };
		credential = { id: await client.saveCredential(saved), name: saved.name };
	});

	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
		// jest would complain of packages with the same name in the folders of two n8ns.
		await rm(join(USER_FOLDER, '.n8n', 'nodes'), { recursive: true, force: true });
	});

	beforeEach(() => {
		sandbox.control.reset();
		sandbox.control.configureKaiCalls({ endsAfterSeconds: 36_000 });
	});

	const calls = () => sandbox.control.kaiCallsState().calls.filter(({ webhook_url }) => webhook_url !== null);

	const callTo = (phone: string) => calls().find(({ to }) => to === phone);

	const idOf = (phone: string): string => callTo(phone)?.id ?? '';

	const definition = (parameters: INodeParameters = {}, settings: Partial<INode> = {}) => ({
		name: `Wait ${crypto.randomUUID()}`,
		parameters: {
			agentId: { __rl: true, mode: 'id', value: sandbox.control.kaiCallsState().agents[0]?.id ?? '' },
			timeLimit: 30,
			...parameters,
		},
		settings,
		credentials: { kaiCallsOutreachApi: credential },
	});

	/** A deployed workflow, started over its webhook, that waits for its calls. */
	const waitingInProduction = async (
		phones: string[],
		...rest: Parameters<typeof definition>
	): Promise<WaitingExecution> => {
		await startInProduction(client, n8n.url, definition(...rest), phones);
		const last = phones.at(-1) ?? '';
		const call = await eventually('the call', async () => callTo(last));
		const execution = executionOf(client, call.webhook_url);
		await execution.isWaiting();
		return execution;
	};

	const complete = async (phone: string, summary: string) =>
		(await sandbox.control.completeCall({ callId: idOf(phone), summary })).map(({ status }) => status);

	test('goes on with the outcome when KaiCalls calls back, in production', async () => {
		const execution = await waitingInProduction([JANE]);
		expect(await complete(JANE, 'Friday at two.')).toEqual([200]);
		const { status, after } = await execution.outputs();
		expect(status).toBe('success');
		expect(after).toMatchObject([
			{
				json: { id: idOf(JANE), status: 'completed', summary: 'Friday at two.', outcome: 'talked' },
				pairedItem: { item: 0 },
			},
		]);
		expect(sandbox.control.callsPlaced()).toEqual({ [JANE]: 1 });
	});

	test('goes on with the outcome when it was started by hand', async () => {
		const execution = await startByHand(client, definition(), [JANE]);
		await execution.isWaiting();
		await sandbox.control.completeCall({ callId: idOf(JANE), status: 'failed', error: 'no_answer' });
		expect(await execution.outputs()).toMatchObject({
			status: 'success',
			after: [{ json: { id: idOf(JANE), status: 'failed', outcome: 'noAnswer' } }],
		});
	});

	test('passes the call on to Get Recording, which stores the audio as a file', async () => {
		const execution = await startByHand(client, { ...definition(), recordings: true }, [JANE]);
		await execution.isWaiting();
		await complete(JANE, 'Friday at two.');
		const { status, recordings } = await execution.outputs();
		expect(status).toBe('success');
		expect(recordings).toMatchObject([
			{
				binary: { data: { fileName: `${idOf(JANE)}.wav`, mimeType: 'audio/wav', id: expect.any(String) } },
				pairedItem: { item: 0 },
			},
		]);
		const id = recordings[0]?.binary?.data?.id ?? '';
		const stored = await client.fetch(
			`/rest/binary-data?${new URLSearchParams({ id, action: 'download' }).toString()}`,
		);
		expect(
			Buffer.from(await stored.arrayBuffer())
				.subarray(0, 4)
				.toString(),
		).toBe('RIFF');
		expect(sandbox.control.recordingRequests().map(({ authorization }) => authorization)).toEqual([false]);
	});

	test('does not believe forged callbacks', async () => {
		const execution = await waitingInProduction([JANE]);
		for (const forged of ['wrongStatus', 'unknownCall', 'otherAgent'] as const) {
			const outcomes = await sandbox.control.deliverCallback({ callId: idOf(JANE), forged });
			expect(outcomes.map(({ status }) => status)).toEqual([200]);
			expect(await execution.status()).toBe('waiting');
		}
		const withoutToken = callTo(JANE)?.webhook_url?.split('?')[0] ?? '';
		const [refused] = await sandbox.control.deliverCallback({
			callId: idOf(JANE),
			forged: 'wrongStatus',
			url: withoutToken,
		});
		expect(refused?.status).toBe(401);
		expect(await execution.status()).toBe('waiting');

		sandbox.control.configureKaiCalls({ callback: 'never' });
		await complete(JANE, 'The truth.');
		const lie = { status: 'failed', summary: 'A lie.', call_id: 'another' };
		await sandbox.control.deliverCallback({ callId: idOf(JANE), data: lie });
		const { after } = await execution.outputs();
		expect(after).toMatchObject([{ json: { id: idOf(JANE), status: 'completed', summary: 'The truth.' } }]);
	});

	test('waits on when the API cannot be asked, and goes on with the next callback', async () => {
		const execution = await waitingInProduction([JANE]);
		sandbox.control.fail({ method: 'GET', path: '/calls', kind: 'status', status: 404 });
		expect(await complete(JANE, 'Friday at two.')).toEqual([200]);
		expect(await execution.status()).toBe('waiting');
		await sandbox.control.deliverCallback({ callId: idOf(JANE) });
		expect(await execution.outputs()).toMatchObject({
			status: 'success',
			after: [{ json: { summary: 'Friday at two.' } }],
		});
	});

	test('does not miss a call whose callback came before the wait was stored', async () => {
		sandbox.control.configureKaiCalls({ callback: 'beforeReply' });
		await startInProduction(client, n8n.url, definition(), [JANE]);
		const call = await eventually('the call', async () => callTo(JANE));
		const { status, after } = await executionOf(client, call.webhook_url).outputs();
		expect(status).toBe('success');
		expect(after).toMatchObject([{ json: { id: call.id, status: 'completed', outcome: 'talked' } }]);
		expect(sandbox.control.kaiCallsState().callbacks.map(({ status: answer }) => answer)).toEqual([409]);
	});

	test('waits for all calls of several items, each with its own outcome', async () => {
		const execution = await waitingInProduction([JANE, JOE, JIM]);
		await complete(JOE, 'Second.');
		await complete(JIM, 'Third.');
		expect(await execution.status()).toBe('waiting');
		await complete(JANE, 'First.');
		const { after } = await execution.outputs();
		expect(after).toMatchObject(
			['First.', 'Second.', 'Third.'].map((summary, item) => ({
				json: { summary, outcome: 'talked' },
				pairedItem: { item },
			})),
		);
	});

	test('sends items that were not placed to the error output, with their own data, when the others have ended', async () => {
		const execution = await waitingInProduction(['no number', JANE], {}, { onError: 'continueErrorOutput' });
		await complete(JANE, 'Friday at two.');
		const { status, after, refused } = await execution.outputs();
		expect(status).toBe('success');
		expect(after).toMatchObject([{ json: { summary: 'Friday at two.' } }]);
		expect(refused).toMatchObject([{ json: { phone: 'no number', error: expect.stringContaining('Phone Number') } }]);
	});

	test('looks once more when the time limit passes without a callback; a late callback changes nothing', async () => {
		sandbox.control.configureKaiCalls({ callback: 'never' });
		const execution = await waitingInProduction([JANE, JOE], { timeLimit: 0.1 });
		await complete(JANE, 'Nobody hears of it.');
		const { status, after } = await execution.outputs();
		expect(status).toBe('success');
		expect(after).toMatchObject([
			{
				json: { id: idOf(JANE), status: 'completed', outcome: 'talked', summary: 'Nobody hears of it.' },
				pairedItem: { item: 0 },
			},
			{
				json: {
					id: idOf(JOE),
					to: JOE,
					status: 'unknown',
					outcome: 'timeLimit',
					hint: expect.stringContaining('Call > Get'),
				},
				pairedItem: { item: 1 },
			},
		]);
		const [late] = await sandbox.control.deliverCallback({ callId: idOf(JANE) });
		expect(late?.status).toBe(409);
	});

	test('survives a restart of n8n, whether the callback comes after it or is lost meanwhile', async () => {
		const answered = await waitingInProduction([JANE]);
		// Not over before n8n is up again: n8n 2.40 may take an execution that it resumes while it starts for a crashed one.
		const lost = await waitingInProduction([JOE], { timeLimit: 0.7 });
		await n8n.stop();
		expect(await complete(JOE, 'Nobody was there.')).toEqual(['unreachable']);
		await start();

		expect(await answered.seenBy(client).status()).toBe('waiting');
		expect(await complete(JANE, 'After the restart.')).toEqual([200]);
		const { after } = await answered.seenBy(client).outputs();
		expect(after).toMatchObject([{ json: { summary: 'After the restart.', outcome: 'talked' } }]);

		const expired = await lost.seenBy(client).outputs(EXPIRY_DEADLINE_MS);
		expect(expired).toMatchObject({ status: 'success', after: [{ json: { id: idOf(JOE), outcome: 'timeLimit' } }] });
		expect(sandbox.control.callsPlaced()).toEqual({ [JANE]: 1, [JOE]: 1 });
	});
});
