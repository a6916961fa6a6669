import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { N8nClient } from '../../demo/client';
import { control } from './control';
import { agentsOfFirstBusiness, inParallel, placeCall, resetVendor, saveWorkflow } from './kaiCallsTriggerHarness';
import type { TriggeredWorkflow } from './triggerHarness';
import { world } from './world';

/** Requests of the test to the sandbox under way at once. */
const PARALLEL = 25;
const POLL_MS = 3_000;
/** Two windows of the limit. */
const STANDSTILL_MS = 150_000;
/** 500 calls are read back within 300 requests a minute. */
const PATIENCE_MS = 600_000;

const OK = 200;

/** The answer of n8n itself, which no node hears of, while its database is busy. */
const NOT_READY = 503;

/** The same when a request has waited too long for the database. */
const FAILED = 500;
const DATABASE_TIMED_OUT = /Error in handling webhook request POST \S+: operation timed out/g;

/** So many reports in one second n8n takes in any case. */
const TAKEN_AT_LEAST = 80;

/** What the trigger writes to n8n's log when it has a report sent again. */
const POSTPONED = 'the call could not be read, so that no run was started';

const log = async (): Promise<string> => await readFile(join(world.userFolder, 'n8n.log'), 'utf8');

const postponed = async (): Promise<number> => (await log()).split(POSTPONED).length;

const databaseTimedOut = async (): Promise<number> => (await log()).match(DATABASE_TIMED_OUT)?.length ?? 0;

const idOf = (output: unknown) => (output as { id: string }).id;

describe('the KaiCalls Trigger when many calls end in the same second', () => {
	let client: N8nClient;
	let workflow: TriggeredWorkflow;
	let url: string;

	beforeAll(async () => (client = await N8nClient.login(world.n8nUrl)));

	beforeEach(async () => {
		await resetVendor();
		({ workflow, url } = await saveWorkflow(client, `A campaign ends ${crypto.randomUUID()}`, {
			mode: 'perCall',
			callEvents: ['call.completed', 'call.failed'],
		}));
		await workflow.activate();
	});

	afterEach(async () => await workflow.deactivate());

	afterAll(async () => await resetVendor());

	/** Waits for so many runs, as long as the limit of the key requires. Looks seldom, because n8n is busy. */
	async function runs(count: number): Promise<void> {
		let seen = 0;
		for (let deadline = Date.now() + STANDSTILL_MS; seen < count; await delay(POLL_MS)) {
			// A busy n8n may refuse to answer.
			const started = await workflow.executions().then(
				(rows) => rows.length,
				() => seen,
			);
			if (started > seen) deadline = Date.now() + STANDSTILL_MS;
			else if (Date.now() > deadline) throw new Error(`${seen} of ${count} runs, and no more`);
			seen = started;
		}
	}

	test.each([
		[80, 0.5],
		[80, 2],
		[500, 0.5],
		[500, 2],
	])(
		'%s, the API %s s behind: each report that n8n takes starts its run',
		async (count, apiLagSeconds) => {
			const { agent } = await agentsOfFirstBusiness();
			const callIds = await inParallel(
				Array.from({ length: count }),
				PARALLEL,
				async () => await placeCall(agent, { webhook_url: url }),
			);
			await control('configureKaiCalls', {
				callback: 'afterEnd',
				apiLagSeconds,
				rateLimits: true,
				webhookTimeoutSeconds: 120,
			});

			const postponedBefore = await postponed();
			const timedOutBefore = await databaseTimedOut();
			const answers = (await Promise.all(callIds.map(async (callId) => await control('completeCall', { callId })))).map(
				([answer]) => answer?.status,
			);

			const taken = callIds.filter((_, index) => answers[index] === OK);
			// Those are brought back by the example "Calls whose report got lost".
			expect(answers.filter((status) => ![OK, NOT_READY, FAILED].includes(Number(status)))).toEqual([]);
			expect(answers.filter((status) => status === FAILED)).toHaveLength((await databaseTimedOut()) - timedOutBefore);
			expect(taken.length).toBeGreaterThanOrEqual(Math.min(count, TAKEN_AT_LEAST));
			await runs(taken.length);
			const received = await workflow.received(taken.length);
			expect(received.map(idOf).sort()).toEqual([...taken].sort());
			expect(await postponed()).toBe(postponedBefore);
			expect(received).toEqual(received.map(() => expect.objectContaining({ status: 'completed', outcome: 'talked' })));
			const refused = (await control('log')).filter(({ vendor, status }) => vendor === 'kaicalls' && status === 429);
			expect(refused).toEqual([]);
		},
		PATIENCE_MS,
	);
});
