import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';

import type { SandboxCredentials } from '../../../demo/credentials';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { CACHE } from '../../../scripts/repository';
import { accountOf, expectPromiseKept, oncePerDay, phoneNumbers, pressRetry, publishCallList, rowsOf, startCallList, type CallList } from '../callList';
import { eventually } from '../createAndWaitHarness';
import { QueueN8n } from '../queueN8n';
import { rest } from '../rest';

const Stored = z.object({ status: z.string(), workflowId: z.string(), data: z.string() });

describe('queue mode: the process that works is killed, blocked or doubled while it places calls', () => {
	let sandbox: Sandbox;
	let n8n: QueueN8n;
	let credentials: SandboxCredentials;

	beforeAll(async () => {
		sandbox = await startSandbox();
		n8n = await QueueN8n.start(join(CACHE, 'e2e-queue-killed'), {
			// A blocked worker takes no second job.
			N8N_CONCURRENCY_PRODUCTION_LIMIT: '1',
			// A lock is lost when a test takes it, and that is noticed at once.
			QUEUE_WORKER_LOCK_DURATION: '600000',
			QUEUE_WORKER_STALLED_INTERVAL: '1000',
		});
		const name = 'KaiCalls, on a plan without limits';
		const data = { ...sandbox.kaicalls, requestsPerMinute: 1_000_000 };
		const id = await n8n.client.saveCredential({ type: 'kaiCallsOutreachApi', name, data });
		credentials = { kaiCallsOutreachApi: { id, name } };
	});

	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
	});

	beforeEach(() => {
		sandbox.control.reset();
		sandbox.control.configureKaiCalls({ rateLimits: false, unstartable: [] });
	});

	const timesRung = (phones: string[]) => {
		const rung = sandbox.control.callsPlaced();
		return phones.map((phone) => rung[phone] ?? 0);
	};

	const placed = (phones: string[]) => timesRung(phones).reduce((sum, times) => sum + times, 0);

	const placedAtLeast = async (count: number, phones: string[]) =>
		await eventually(`${count} calls`, async () => placed(phones) >= count, 60_000);

	const once = (phones: string[]) => phones.map(() => 1);

	/** The phone rings at once, and the answer takes its time. */
	const answerSlowly = (delaySeconds: number) =>
		sandbox.control.fail({ vendor: 'kaicalls', method: 'POST', path: '/calls', kind: 'slow', delaySeconds, afterHandler: true, times: 100_000 });

	const callList = (more: Partial<CallList> = {}): CallList => {
		const agentId = sandbox.control.kaiCallsState().agents[0]?.id ?? '';
		return { credentials, agentId, onError: 'continueRegularOutput', ...more };
	};

	const startCalling = async (phones: string[], more?: Partial<CallList>): Promise<string> =>
		await startCallList(n8n.client, n8n.url, phones, callList(more));

	const stored = async (executionId: string) => Stored.parse(await rest(n8n.client, 'GET', `/executions/${executionId}`));

	const hasStatus = async (executionId: string, status: string) => {
		let found = '';
		const isReached = async () => (found = (await stored(executionId)).status) === status;
		await eventually(`execution ${executionId} with status ${status}`, isReached, 60_000).catch((error: unknown) => {
			throw new Error(`${String(error)}; it is ${found}`);
		});
	};

	const retried = async (executionId: string, phones: string[]) => {
		const account = accountOf(await pressRetry(n8n.client, executionId));
		expectPromiseKept(sandbox, phones, account);
		return account;
	};

	test('SIGKILL of both workers, early in one list and late in another: started again they mark them as crashed; Retry rings no phone twice and leaves none out unsaid', async () => {
		const phones = phoneNumbers(30);
		const [late, early] = [phones.slice(0, 15), phones.slice(15)];
		answerSlowly(1);
		const first = await startCalling(late);
		await placedAtLeast(6, late);
		// It stays there until it is killed.
		(await n8n.workerOf(first)).freeze();
		const second = await startCalling(early);
		await placedAtLeast(3, early);
		await n8n.killWorkers();
		for (const execution of [first, second]) await hasStatus(execution, 'crashed');
		await Promise.all([retried(first, late), retried(second, early)]);
	});

	test('SIGKILL of main: one worker goes on and succeeds; the list of the other, which is blocked, is done by Retry, and its own process adds nothing when it goes on', async () => {
		const phones = phoneNumbers(30);
		const [goesOn, blocked] = [phones.slice(0, 15), phones.slice(15)];
		answerSlowly(2);
		const first = await startCalling(blocked);
		await placedAtLeast(6, blocked);
		const worker = await n8n.workerOf(first);
		worker.freeze();
		try {
			const second = await startCalling(goesOn);
			await placedAtLeast(3, goesOn);
			await n8n.killMain();
			await hasStatus(second, 'success');
			expect(timesRung(goesOn)).toEqual(once(goesOn));
			await expect(pressRetry(n8n.client, second)).rejects.toThrow('succeeded, so it cannot be retried');
			await retried(first, blocked);
		} finally {
			worker.thaw();
		}
		await hasStatus(first, 'success');
		const rung = timesRung(blocked);
		expect(Math.max(...rung)).toBe(1);
		const { unknown } = accountOf(await n8n.client.finished(first));
		expect(rung.filter((times) => times === 0).length).toBeLessThanOrEqual(unknown);
	});

	test('a worker is blocked beyond its lock and another one starts its job: each does what the other has not', async () => {
		const phones = phoneNumbers(15);
		answerSlowly(1);
		const execution = await startCalling(phones);
		await placedAtLeast(6, phones);
		const worker = await n8n.workerOf(execution);
		worker.freeze();
		try {
			n8n.startJobAgain();
			await hasStatus(execution, 'success');
			expectPromiseKept(sandbox, phones, accountOf(await n8n.client.finished(execution)));
		} finally {
			worker.thaw();
		}
		const isSavedTwice = async () => accountOf(await n8n.client.finished(execution)).done > 0 && placed(phones) === phones.length;
		await eventually('the end of both', isSavedTwice);
		expect(timesRung(phones)).toEqual(once(phones));
	});

	test('a worker is blocked beyond its lock, as n8n 2.40.7 has it: the execution counts as failed, its Retry does nothing, and the worker ends it after all', async () => {
		const phones = phoneNumbers(15);
		answerSlowly(1);
		const execution = await startCalling(phones);
		await placedAtLeast(6, phones);
		const worker = await n8n.workerOf(execution);
		worker.freeze();
		try {
			n8n.loseLock();
			await hasStatus(execution, 'error');
			const before = placed(phones);
			const { data } = await pressRetry(n8n.client, execution);
			expect(data.resultData).toMatchObject({ runData: {}, error: { message: expect.stringContaining('failed to be processed too many times') } });
			expect(placed(phones)).toBe(before);
		} finally {
			worker.thaw();
		}
		await hasStatus(execution, 'success');
		expect(timesRung(phones)).toEqual(once(phones));
	});

	test('Retry pressed twice at once, on two workers: no phone rings twice, and what one did not send the other did', async () => {
		const phones = phoneNumbers(200);
		sandbox.control.fail({ vendor: 'kaicalls', method: 'POST', path: '/calls', kind: 'status', status: 402 });
		const execution = await startCalling(phones, { onError: 'stopWorkflow' });
		expect((await n8n.client.finished(execution)).status).toBe('error');
		answerSlowly(0.02);
		await Promise.all([pressRetry(n8n.client, execution), pressRetry(n8n.client, execution)]);
		expect(timesRung(phones)).toEqual(once(phones));
	});

	test('the same list started twice at once, on two workers: hardly a key of either is lost', async () => {
		const phones = phoneNumbers(200);
		const list = await publishCallList(n8n.client, n8n.url, callList());
		const endOf = async (executions: string[]) => await Promise.all(executions.map(async (id) => await n8n.client.finished(id)));
		await endOf(await list.start(phones));
		await endOf(await list.start(phones, 2));
		expect(timesRung(phones)).toEqual(phones.map(() => 3));
		const keys = z.object({ data: z.array(z.string()) }).parse(JSON.parse(n8n.services.sql(`SELECT value FROM processed_data WHERE "workflowId" = '${list.workflowId}'`)));
		// Two before a call and one after it, for each of three executions; what a process gives back (its lease) may stay.
		const written = 3 * 3 * phones.length;
		// None, unless the machine is so busy that a write takes longer than the time in which each process asserts its last keys.
		expect(new Set(keys.data).size).toBeGreaterThan(0.8 * written);
		expect(new Set(keys.data).size - written).toBeLessThanOrEqual(6);
	});

	test('Contact Limit, the same list started twice at once, on two workers: each person is called once, and the other execution says so', async () => {
		const phones = phoneNumbers(200);
		const list = await publishCallList(n8n.client, n8n.url, callList({ options: oncePerDay }));
		const executions = await list.start(phones, 2);
		const rows = (await Promise.all(executions.map(async (id) => await n8n.client.finished(id)))).map(rowsOf);
		const outcomes = phones.map((_, place) => rows.map((row) => row[place]?.outcome === 'heldBack').sort());
		expect(timesRung(phones)).toEqual(once(phones));
		expect(outcomes).toEqual(phones.map(() => [false, true]));
	});
});
