import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

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

const idOf = (output: unknown) => (output as { id: string }).id;

describe('the KaiCalls Trigger when many calls end in the same second', () => {
	let client: N8nClient;
	let workflow: TriggeredWorkflow;
	let url: string;

	beforeAll(async () => (client = await N8nClient.login(world.n8nUrl)));

	beforeEach(async () => {
		await resetVendor();
		({ workflow, url } = await saveWorkflow(client, 'A campaign ends', { mode: 'perCall', events: ['call.completed', 'call.failed'] }));
		await workflow.activate();
	});

	afterAll(async () => await resetVendor());

	/** Waits for so many runs, whatever the limit of the key makes them wait. Looks seldom, as n8n has much to do. */
	async function runs(count: number): Promise<void> {
		let seen = 0;
		for (let deadline = Date.now() + STANDSTILL_MS; seen < count; await delay(POLL_MS)) {
			// A busy n8n may refuse to answer.
			const started = await workflow.executions().then((rows) => rows.length, () => seen);
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
	])('%s, the API %s s behind: each report is answered with 200 and starts its run', async (count, apiLagSeconds) => {
		const { agent } = await agentsOfFirstBusiness();
		const callIds = await inParallel(Array.from({ length: count }), PARALLEL, async () => await placeCall(agent, { webhook_url: url }));
		await control('configureKaiCalls', { callback: 'afterEnd', apiLagSeconds, rateLimits: true, webhookTimeoutSeconds: 120 });

		const outcomes = await Promise.all(callIds.map(async (callId) => await control('completeCall', { callId })));

		expect(outcomes.flat().map(({ status }) => status)).toEqual(callIds.map(() => 200));
		await runs(count);
		const received = await workflow.received(count);
		expect(received.map(idOf).sort()).toEqual([...callIds].sort());
		expect(received).toEqual(received.map(() => expect.objectContaining({ status: 'completed', outcome: 'talked' })));
		const refused = (await control('log')).filter(({ vendor, status }) => vendor === 'kaicalls' && status === 429);
		expect(refused).toEqual([]);
		await workflow.deactivate();
	}, PATIENCE_MS);
});
