import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { INodeParameterResourceLocator } from 'n8n-workflow';

import { N8nClient } from '../../demo/client';
import { REFUSED_BY_N8N, SPELLINGS } from '../engine/trigger/spellings';
import { control } from './control';
import {
	agentsOfFirstBusiness,
	endedCall,
	inParallel,
	post,
	resetVendor,
	saveWorkflow,
	signed,
} from './kaiCallsTriggerHarness';
import { hostileAccountEvents } from './kaiCallsTriggerHostile';
import type { TriggeredWorkflow } from './triggerHarness';
import { world } from './world';

const VALID = 200;
const SENT_TWICE = 50;
/** Deliveries under way at once. */
const PARALLEL = 10;

const nameOf = (output: unknown) => (output as { name: string }).name;

async function registered() {
	const [webhook, ...others] = (await control('kaiCallsState')).webhooks;
	expect(others).toEqual([]);
	if (!webhook) throw new Error('No webhook is registered');
	return webhook;
}

describe('the KaiCalls Trigger with an account webhook', () => {
	let client: N8nClient;
	let workflow: TriggeredWorkflow;
	let url: string;
	let agent: string;
	let business: string;

	/** An account event. The name of the other person tells it from the rest. */
	const event = (name: string, change: object = {}) =>
		JSON.stringify({
			event: 'call.completed',
			call_id: crypto.randomUUID(),
			agent_id: agent,
			name,
			summary: 'Sounds good – 你好',
			...change,
		});

	beforeAll(async () => {
		await resetVendor();
		({ agent, business } = await agentsOfFirstBusiness());
		client = await N8nClient.login(world.n8nUrl);
		({ workflow, url } = await saveWorkflow(client, 'Account events', {
			mode: 'account',
			events: ['call.completed', 'call.failed'],
			workspaceId: { __rl: true, mode: 'id', value: business },
			agents: [agent],
		}));
		await workflow.activate();
	});

	afterAll(async () => {
		await workflow.deactivate();
		expect((await control('kaiCallsState')).webhooks).toEqual([]);
	});

	test('has registered its production webhook once', async () => {
		expect(await registered()).toMatchObject({
			url,
			business_id: business,
			events: ['call.completed', 'call.failed'],
			description: 'n8n: Account events',
			is_active: true,
		});
		const creations = (await control('log')).filter(({ method, route }) => method === 'POST' && route === '/webhooks');
		expect(creations).toHaveLength(1);
	});

	test('starts no run for anything forged, replayed, old, future or not selected', async () => {
		const { secret } = await registered();
		const first = event('before the attack');
		expect(await post(url, first, signed(secret, first))).toBe(200);
		const attack = hostileAccountEvents(secret, first, (change) => event('attack', change));
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
		const last = event('after the attack');
		expect(await post(url, last, signed(secret, last))).toBe(200);

		expect(answers.filter(({ status }, index) => !attack[index]?.status.includes(status))).toEqual([]);
		expect((await workflow.received(2)).map(nameOf).sort()).toEqual(['after the attack', 'before the attack']);
	});

	test('starts a run for signed deliveries in any spelling; deliveries that n8n refuses do not count as received', async () => {
		const before = (await workflow.received(0)).map(nameOf);
		const { secret } = await registered();
		const answers = new Map<string, number>();
		for (const [how, spelled, contentType] of SPELLINGS) {
			const body = Buffer.from(spelled(event(how)));
			const headers = { ...signed(secret, body), 'content-type': contentType };
			const response = await fetch(url, { method: 'POST', headers, body });
			await response.arrayBuffer();
			answers.set(how, response.status);
		}
		expect(answers).toEqual(new Map(SPELLINGS.map(([how]) => [how, REFUSED_BY_N8N.includes(how) ? 422 : 200])));
		const taken = SPELLINGS.map(([how]) => how).filter((how) => !REFUSED_BY_N8N.includes(how));
		const received = (await workflow.received(before.length + taken.length))
			.map(nameOf)
			.filter((name) => !before.includes(name));
		expect(received.sort()).toEqual(taken.sort());
	});

	test('starts exactly one run for each of 200 events, though 50 of them come twice at once', async () => {
		const before = (await workflow.received(0)).map(nameOf);
		const { secret } = await registered();
		const names = Array.from({ length: VALID }, (_, index) => `person ${index}`);
		const bodies = names.map((name, index) => event(name, index % 2 ? { event: 'call.failed' } : {}));
		const deliveries = bodies.flatMap((body, index) => (index < SENT_TWICE ? [body, body] : [body]));

		const answers = await inParallel(deliveries, PARALLEL, async (body) => await post(url, body, signed(secret, body)));

		expect(answers.filter((status) => status !== 200)).toEqual([]);
		const received = (await workflow.received(before.length + VALID))
			.map(nameOf)
			.filter((name) => !before.includes(name));
		expect(received.sort()).toEqual([...names].sort());
	});

	test('takes what the vendor itself delivers, with and without the prefix, and starts no run for its test event', async () => {
		const before = (await workflow.received(0)).length;
		const callId = await endedCall(agent);
		const signatures = ['valid', 'validBare', 'missing', 'wrong', 'truncated', 'missingTimestamp'] as const;
		const statuses = [];
		for (const signature of signatures) {
			const outcomes = await control('deliverEvent', {
				event: 'call.completed',
				callId,
				signature,
				data: { name: signature, call_id: signature },
			});
			statuses.push(outcomes.map(({ status }) => status));
		}
		expect(statuses).toEqual([[200], [200], [401], [401], [401], [401]]);
		expect(await control('deliverEvent', { event: 'call.completed', callId, ageSeconds: 600 })).toMatchObject([
			{ status: 401 },
		]);

		const { baseUrl, apiKey } = world.sandbox.kaicalls;
		const { id } = await registered();
		const response = await fetch(`${baseUrl}/webhooks/test`, {
			method: 'POST',
			headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
			body: JSON.stringify({ id }),
		});
		expect(await response.json()).toMatchObject({ success: true });

		// The end of the call was itself an event.
		const received = (await workflow.received(before + 3)).map(nameOf);
		expect(received).toHaveLength(before + 3);
		expect(received).toEqual(expect.arrayContaining(['valid', 'validBare']));
	});
});

describe('activation and deactivation of the KaiCalls Trigger with an account webhook', () => {
	let client: N8nClient;
	let workspaceId: INodeParameterResourceLocator;

	beforeAll(async () => {
		await resetVendor();
		workspaceId = { __rl: true, mode: 'id', value: (await agentsOfFirstBusiness()).business };
		client = await N8nClient.login(world.n8nUrl);
	});

	test('leave no webhook at KaiCalls, also if somebody had deleted it there', async () => {
		const parameters = { mode: 'account', events: ['call.completed'], workspaceId };
		const { workflow, url } = await saveWorkflow(client, 'Account events on and off', parameters);
		await workflow.activate();
		await registered();
		await workflow.deactivate();
		expect((await control('kaiCallsState')).webhooks).toEqual([]);

		await workflow.activate();
		const { secret } = await registered();
		const body = JSON.stringify({ event: 'call.completed', name: 'second life' });
		expect(await post(url, body, signed(secret, body))).toBe(200);
		expect((await workflow.received(1)).map(nameOf)).toEqual(['second life']);
		await resetVendor();
		await workflow.deactivate();
		expect((await control('kaiCallsState')).webhooks).toEqual([]);
		expect(await post(url, body, signed(secret, body))).toBe(404);
	});

	test('fail with the reason when the key reaches several businesses and none is chosen', async () => {
		const { workflow } = await saveWorkflow(client, 'No workspace', { mode: 'account' });
		await expect(workflow.activate()).rejects.toThrow('The API key has several businesses');
	});
});
