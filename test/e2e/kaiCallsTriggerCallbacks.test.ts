import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { N8nClient } from '../../demo/client';
import { control } from './control';
import {
	agentsOfFirstBusiness,
	callbackBody,
	endedCall,
	inParallel,
	placeCall,
	post,
	resetVendor,
	saveWorkflow,
} from './kaiCallsTriggerHarness';
import { hostileCallbacks } from './kaiCallsTriggerHostile';
import type { TriggeredWorkflow } from './triggerHarness';
import { world } from './world';
import { everyOne } from '../support/everyOne';

const VALID = 200;
const SENT_TWICE = 50;
/** Deliveries under way at once. */
const PARALLEL = 10;
const FLOOD = 300;
/**
 * Sum of: reads per minute that the trigger may make in vain, reads under way when it stops, reads of the list, and
 * reads of one call that goes on.
 */
const MOST_VAIN_READS = 63;

const idOf = (output: unknown) => (output as { id: string }).id;

/** How often a call has been read, or any. */
const readBacks = async (callId?: string) =>
	(await control('log')).filter(
		({ vendor, method, route, query }) =>
			vendor === 'kaicalls' &&
			method === 'GET' &&
			route === '/calls' &&
			(callId === undefined || Object(query).id === callId),
	).length;

async function registeredWebhooks() {
	return (await control('kaiCallsState')).webhooks;
}

describe('the KaiCalls Trigger for calls that bring its address', () => {
	let client: N8nClient;
	let workflow: TriggeredWorkflow;
	let url: string;
	let agent: string;
	let otherAgent: string;

	beforeAll(async () => {
		await resetVendor();
		({ agent, otherAgent } = await agentsOfFirstBusiness());
		client = await N8nClient.login(world.n8nUrl);
		({ workflow, url } = await saveWorkflow(client, 'Reported calls', {
			mode: 'perCall',
			callEvents: ['call.completed', 'call.failed'],
			agents: [agent],
		}));
		await workflow.activate();
	});

	afterAll(async () => await workflow.deactivate());

	test('registers no webhook at KaiCalls', async () => {
		expect(await registeredWebhooks()).toEqual([]);
	});

	test('starts no run for anything forged, replayed or not selected', async () => {
		const reported = await endedCall(agent);
		expect(await post(url, callbackBody(reported))).toBe(200);
		const attack = hostileCallbacks({
			reported,
			completed: await endedCall(agent),
			running: await placeCall(agent),
			ofOtherAgent: await endedCall(otherAgent),
		});
		expect(attack.length).toBeGreaterThanOrEqual(40);

		const answers: Array<{ name: string; status: number }> = [];
		for (const { name, method = 'POST', body, headers, suffix = '' } of attack) {
			const response = await fetch(url + suffix, {
				method,
				headers: { 'content-type': 'application/json', ...headers },
				...(body !== undefined && { body }),
			});
			await response.arrayBuffer();
			answers.push({ name, status: response.status });
		}
		// The hostile ones have all been answered when this one is sent.
		const last = await endedCall(agent);
		expect(await post(url, callbackBody(last))).toBe(200);

		expect(answers.filter(({ status }, index) => !attack[index]?.status.includes(status))).toEqual([]);
		expect((await workflow.received(2)).map(idOf).sort()).toEqual([last, reported].sort());
	});

	test('starts exactly one run for each of 200 callbacks, though 50 of them come twice at once, with what the API says', async () => {
		const before = (await workflow.received(0)).map(idOf);
		const status = (index: number) => (index % 5 === 4 ? ('failed' as const) : ('completed' as const));
		const indices = Array.from({ length: VALID }, (_, index) => index);
		const calls: Array<{ id: string; event: string }> = [];
		for (const index of indices)
			calls.push({ id: await endedCall(agent, status(index)), event: `call.${status(index)}` });
		const bodies = calls.map(({ id, event }) => callbackBody(id, { event }));
		const deliveries = bodies.flatMap((body, index) => (index < SENT_TWICE ? [body, body] : [body]));

		const answers = await inParallel(deliveries, PARALLEL, async (body) => await post(url, body));

		expect(answers.filter((answer) => answer !== 200)).toEqual([]);
		const received = (await workflow.received(before.length + VALID)) as Array<Record<string, unknown>>;
		const fresh = received.filter((output) => !before.includes(idOf(output)));
		expect(fresh.map(idOf).sort()).toEqual(calls.map(({ id }) => id).sort());

		const truth = new Map((await control('kaiCallsState')).calls.map((call) => [call.id, call]));
		for (const output of everyOne(fresh)) {
			const { summary, recording_url, duration, agent_id } = truth.get(idOf(output)) ?? {};
			expect(output).toMatchObject({ event: calls.find(({ id }) => id === output.id)?.event, agent_id });
			// An unsigned report only fills fields that the API leaves empty, and is marked.
			const {
				summary: saidSummary,
				recording_url: saidUrl,
				duration: saidDuration,
			} = (output.reported ?? {}) as Record<string, unknown>;
			expect(output).toMatchObject({
				summary: summary ?? saidSummary,
				recording_url: recording_url ?? saidUrl,
				duration: duration ?? saidDuration,
			});
		}
	});

	test('takes what the vendor itself delivers', async () => {
		const before = (await workflow.received(0)).length;
		await control('configureKaiCalls', { callback: 'afterEnd' });
		const callId = await placeCall(agent, { webhook_url: url });
		const [callback] = await control('completeCall', { callId });
		await control('configureKaiCalls', { callback: 'never' });
		expect(callback).toMatchObject({ url, status: 200 });
		const received = await workflow.received(before + 1);
		expect(received.filter((output) => idOf(output) === callId)).toHaveLength(1);
		expect(received).toHaveLength(before + 1);
	});

	test('starts the run when the API is up again, though the callback comes once', async () => {
		const before = (await workflow.received(0)).length;
		const callId = await endedCall(agent);
		await control('fail', { vendor: 'kaicalls', method: 'GET', path: '/calls', kind: 'status', status: 503, times: 3 });
		expect(await post(url, callbackBody(callId))).toBe(200);
		const received = await workflow.received(before + 1);
		expect(received).toHaveLength(before + 1);
		expect(received.map(idOf)).toContain(callId);
	});

	test('does not use up the rate limit of the account in a flood of made-up calls', async () => {
		const before = { runs: (await workflow.received(0)).length, reads: await readBacks(), at: Date.now() };
		const flood = Array.from({ length: FLOOD }, () => callbackBody(crypto.randomUUID()));

		const answers = await inParallel(flood, PARALLEL, async (body) => await post(url, body));

		expect(answers.filter((status) => status !== 200 && status !== 503)).toEqual([]);
		// A slow machine is at it for more than a minute.
		const minutes = Math.ceil((Date.now() - before.at) / 60_000);
		expect((await readBacks()) - before.reads).toBeLessThanOrEqual(MOST_VAIN_READS * minutes);
		expect(await workflow.executions()).toHaveLength(before.runs);
	});
});

describe('the KaiCalls Trigger that accepts unverified events', () => {
	test('starts a run with any report, once for each call', async () => {
		await resetVendor();
		const client = await N8nClient.login(world.n8nUrl);
		const { workflow, url } = await saveWorkflow(client, 'Unverified calls', {
			mode: 'perCall',
			verification: 'none',
			callEvents: ['call.completed'],
			options: { otherEvents: 'call.ended' },
		});
		await workflow.activate();
		// A time would come in the time zone of the workflow.
		const body = callbackBody('made-up', { timestamp: undefined });
		const other = callbackBody('made-up', { timestamp: undefined, event: 'call.ended' });
		const statuses = await inParallel(
			[body, body, other, callbackBody('made-up', { event: 'call.failed' })],
			2,
			async (sent) => await post(url, sent),
		);
		expect(statuses).toEqual([200, 200, 200, 200]);
		const received = await workflow.received(2);
		expect(received).toHaveLength(2);
		expect(received).toEqual(expect.arrayContaining([JSON.parse(body), JSON.parse(other)]));
		// A slow machine may still be at a call of the flood.
		expect(await readBacks('made-up')).toBe(0);
		await workflow.deactivate();
		expect(await post(url, body)).toBe(404);
	});
});
