import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

import { CACHE } from '../../../scripts/repository';
import { accountOf, oncePerDay, phoneNumbers, pressRetry, publishCallList, rowsOf } from '../callList';
import { callListHarness, expectPromiseKept, MOST_UNKNOWN } from '../callListHarness';
import { QueueN8n } from '../queueN8n';
import { rest } from '../rest';
import { KILLED_AFTER, retryScenarios } from '../retryScenarios';
import { subWorkflowScenarios } from '../subWorkflowScenarios';
import { everyOne } from '../../support/everyOne';
import { eventually } from '../../support/eventually';

const Stored = z.object({ status: z.string(), workflowId: z.string(), data: z.string() });

describe('n8n in queue mode, stopped, or killed, blocked or doubled while it places calls', () => {
	const harness = callListHarness(
		async () =>
			await QueueN8n.start(join(CACHE, 'e2e-queue-killed'), {
				// A blocked worker takes no second job.
				N8N_CONCURRENCY_PRODUCTION_LIMIT: '1',
				// A lock is lost when a test takes it, and that is noticed at once.
				QUEUE_WORKER_LOCK_DURATION: '600000',
				QUEUE_WORKER_STALLED_INTERVAL: '1000',
			}),
	);
	const { answerSlowly, refuseOnceAfter, callList, startCalling, timesRung, placed, placedAtLeast, retried } = harness;
	const once = (phones: string[]) => phones.map(() => 1);

	retryScenarios(harness, {
		'all processes': async () => await harness.n8n.restart(),
		'the workers': async () => await harness.n8n.restartWorkers(),
	});
	subWorkflowScenarios(harness);

	const stored = async (executionId: string) =>
		Stored.parse(await rest(harness.n8n.client, 'GET', `/executions/${executionId}`));

	const hasStatus = async (executionId: string, status: string) => {
		let found = '';
		const isReached = async () => (found = (await stored(executionId)).status) === status;
		await eventually(`execution ${executionId} with status ${status}`, isReached, 60_000).catch((error: unknown) => {
			throw new Error(`${String(error)}; it is ${found}`);
		});
	};

	// Of two lists at once, one is killed late and one early.
	const lateAndEarly = KILLED_AFTER.slice(0, Math.ceil(KILLED_AFTER.length / 2)).map(
		(early, place) => [KILLED_AFTER.at(-1 - place) ?? early, early] as const,
	);

	test.each(lateAndEarly)(
		'SIGKILL of both workers, one after %i of fifteen calls and one after %i: started again they mark them as crashed; Retry, and once more, rings no phone twice and leaves none out unsaid',
		async (callsOfFirst, callsOfSecond) => {
			const phones = phoneNumbers(30);
			const [late, early] = [phones.slice(0, 15), phones.slice(15)];
			answerSlowly(1);
			const first = await startCalling(late);
			await placedAtLeast(callsOfFirst, late);
			// It stays there until it is killed.
			(await harness.n8n.workerOf(first)).freeze();
			const second = await startCalling(early);
			await placedAtLeast(callsOfSecond, early);
			await harness.n8n.killWorkers();
			for (const execution of [first, second]) await hasStatus(execution, 'crashed');
			for (const workflow of ['saved', 'original'] as const) {
				const accounts = await Promise.all([retried(first, late, workflow), retried(second, early, workflow)]);
				for (const { unknown } of everyOne(accounts)) expect(unknown).toBeLessThanOrEqual(MOST_UNKNOWN);
			}
		},
	);

	test('SIGKILL of main: one worker goes on and succeeds; the list of the other, which is blocked, is done by Retry, and its own process adds nothing when it goes on', async () => {
		const phones = phoneNumbers(30);
		const [goesOn, blocked] = [phones.slice(0, 15), phones.slice(15)];
		answerSlowly(2);
		const first = await startCalling(blocked);
		await placedAtLeast(6, blocked);
		const worker = await harness.n8n.workerOf(first);
		worker.freeze();
		try {
			const second = await startCalling(goesOn);
			await placedAtLeast(3, goesOn);
			await harness.n8n.killMain();
			await hasStatus(second, 'success');
			expect(timesRung(goesOn)).toEqual(once(goesOn));
			await expect(pressRetry(harness.n8n.client, second)).rejects.toThrow('succeeded, so it cannot be retried');
			await retried(first, blocked);
		} finally {
			worker.thaw();
		}
		await hasStatus(first, 'success');
		const rung = timesRung(blocked);
		expect(Math.max(...rung)).toBe(1);
		const { unknown } = accountOf(await harness.n8n.client.finished(first));
		expect(rung.filter((times) => times === 0).length).toBeLessThanOrEqual(unknown);
	});

	test('a worker is blocked beyond its lock and another one starts its job: each does what the other has not', async () => {
		const phones = phoneNumbers(15);
		answerSlowly(2);
		const execution = await startCalling(phones);
		// Five at a time: none is written down that has not rung yet, which neither of both would send.
		await placedAtLeast(10, phones);
		const worker = await harness.n8n.workerOf(execution);
		worker.freeze();
		try {
			harness.n8n.startJobAgain();
			await hasStatus(execution, 'success');
			expectPromiseKept(harness.sandbox, phones, accountOf(await harness.n8n.client.finished(execution)));
		} finally {
			worker.thaw();
		}
		const isSavedTwice = async () =>
			accountOf(await harness.n8n.client.finished(execution)).done > 0 && placed(phones) === phones.length;
		await eventually('the end of both', isSavedTwice);
		expect(timesRung(phones)).toEqual(once(phones));
	});

	test('a worker is blocked beyond its lock, as in n8n 2.40.7: the execution counts as failed, its Retry does nothing, and the worker ends it after all, with each call placed once or named as not sent', async () => {
		const phones = phoneNumbers(15);
		answerSlowly(1);
		const execution = await startCalling(phones);
		await placedAtLeast(6, phones);
		const worker = await harness.n8n.workerOf(execution);
		worker.freeze();
		try {
			harness.n8n.loseLock();
			await hasStatus(execution, 'error');
			const before = placed(phones);
			const { data } = await pressRetry(harness.n8n.client, execution);
			expect(data.resultData).toMatchObject({
				runData: {},
				error: { message: expect.stringContaining('failed to be processed too many times') },
			});
			expect(placed(phones)).toBe(before);
		} finally {
			worker.thaw();
		}
		await hasStatus(execution, 'success');
		const rung = timesRung(phones);
		expect(Math.max(...rung)).toBe(1);
		// A worker that was blocked in the middle of a write sends no more, as another one may have done so meanwhile.
		const { unknown, failed } = accountOf(await harness.n8n.client.finished(execution));
		expect(rung.filter((times) => times === 0).length).toBeLessThanOrEqual(unknown + failed);
	});

	test('Retry pressed twice at once, on two workers: no phone rings twice, and what one did not send the other did', async () => {
		const phones = phoneNumbers(200);
		refuseOnceAfter(0);
		const execution = await startCalling(phones, { onError: 'stopWorkflow' });
		expect((await harness.n8n.client.finished(execution)).status).toBe('error');
		answerSlowly(0.02);
		await Promise.all([pressRetry(harness.n8n.client, execution), pressRetry(harness.n8n.client, execution)]);
		expect(timesRung(phones)).toEqual(once(phones));
	});

	test('the same list started twice at once, on two workers: of their keys at least 80 percent are kept', async () => {
		const phones = phoneNumbers(200);
		const list = await publishCallList(harness.n8n.client, harness.n8n.url, callList());
		const endOf = async (executions: string[]) =>
			await Promise.all(executions.map(async (id) => await harness.n8n.client.finished(id)));
		await endOf(await list.start(phones));
		await endOf(await list.start(phones, 2));
		expect(timesRung(phones)).toEqual(phones.map(() => 3));
		const keys = z
			.object({ data: z.array(z.string()) })
			.parse(
				JSON.parse(
					harness.n8n.services.sql(`SELECT value FROM processed_data WHERE "workflowId" = '${list.workflowId}'`),
				),
			);
		// Two before a call and one after it, for each of three executions; what a process gives back (its lease) may stay.
		const written = 3 * 3 * phones.length;
		// None, unless the machine is so busy that a write takes longer than the time in which each process asserts its last keys.
		expect(new Set(keys.data).size).toBeGreaterThan(0.8 * written);
		expect(new Set(keys.data).size - written).toBeLessThanOrEqual(6);
	});

	test('Contact Limit, the same list started twice at once, on two workers: each person is called once, and the other execution says so', async () => {
		const phones = phoneNumbers(200);
		const list = await publishCallList(harness.n8n.client, harness.n8n.url, callList({ options: oncePerDay }));
		const executions = await list.start(phones, 2);
		const rows = (await Promise.all(executions.map(async (id) => await harness.n8n.client.finished(id)))).map(rowsOf);
		const outcomes = phones.map((_, place) => rows.map((row) => row[place]?.outcome === 'heldBack').sort());
		expect(timesRung(phones)).toEqual(once(phones));
		expect(outcomes).toEqual(phones.map(() => [false, true]));
	});
});
