import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { N8nClient } from '../../demo/client';
import { REFUSED_BY_N8N, SPELLINGS } from '../engine/trigger/spellings';
import { control } from './control';
import { N8N_DEADLINE_MS, eventBody, SIGNATURE, signatureOf, TriggeredWorkflow } from './triggerHarness';
import { hostileDeliveries } from './kakiyoTriggerHostile';
import { world } from './world';
import { eventually } from '../support/eventually';

const VALID = 200;
const SENT_TWICE = 50;
/** Deliveries under way at once. */
const PARALLEL = 10;
/** Kakiyo's patience, while one n8n works through 200 runs. */
const SLOWEST_ANSWER_MS = 10_000;

const chatOf = (payload: unknown) => (payload as { chatId: string }).chatId;

async function registered() {
	const { webhooks } = await control('kakiyoState');
	const [webhook, ...others] = webhooks;
	expect(others).toEqual([]);
	if (!webhook?.secret) throw new Error('No webhook with a secret is registered');
	return { ...webhook, secret: webhook.secret };
}

/** Prints how soon the answers came. @returns the longest time in milliseconds */
function report(what: string, answers: Array<{ ms: number }>): number {
	const times = answers.map(({ ms }) => Math.round(ms)).sort((a, b) => a - b);
	const longest = times.at(-1) ?? 0;
	process.stderr.write(
		`  ${what}: answered in ${times[Math.floor(times.length / 2)]} ms (median), ${longest} ms (longest)\n`,
	);
	return longest;
}

async function post(url: string, body: string, signature: string): Promise<{ status: number; ms: number }> {
	const start = performance.now();
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', [SIGNATURE]: signature },
		body,
	});
	await response.arrayBuffer();
	return { status: response.status, ms: performance.now() - start };
}

describe('the Kakiyo Trigger in a deployed workflow', () => {
	let client: N8nClient;
	let workflow: TriggeredWorkflow;

	beforeAll(async () => {
		await control('reset');
		client = await N8nClient.login(world.n8nUrl);
		const parameters = {
			events: ['linkedin.message.received'],
			filters: { campaigns: ['campaign_001'], agents: ['agent_1'] },
			options: { maxAge: 300 },
		};
		workflow = await TriggeredWorkflow.save(client, 'Triggered', parameters, world.credentials);
		await workflow.activate();
	});

	afterAll(async () => await workflow.deactivate());

	test('has registered its production webhook once, with a secret', async () => {
		expect(await registered()).toMatchObject({
			url: expect.stringMatching(/\/webhook\/[0-9a-f-]{36}\/webhook$/),
			events: ['linkedin.message.received'],
			active: true,
			secret: expect.stringMatching(/^[0-9a-f]{64}$/),
		});
		const creations = (await control('log')).filter(({ method, route }) => method === 'POST' && route === '/webhooks');
		expect(creations).toHaveLength(1);
	});

	test('starts no run for anything forged, replayed, old, future or not selected', async () => {
		const { url, secret } = await registered();
		const first = eventBody('before the attack');
		expect((await post(url, first, signatureOf(secret, first))).status).toBe(200);
		const attack = hostileDeliveries(secret, first);
		expect(attack.length).toBeGreaterThanOrEqual(40);

		const answers: Array<{ name: string; status: number; ms: number }> = [];
		for (const { name, method = 'POST', body, headers, suffix = '' } of attack) {
			const start = performance.now();
			const response = await fetch(url + suffix, {
				method,
				headers: { 'content-type': 'application/json', ...headers },
				...(body !== undefined && { body }),
			});
			await response.arrayBuffer();
			answers.push({ name, status: response.status, ms: performance.now() - start });
		}
		// The hostile ones have all been answered when this one is sent.
		const last = eventBody('after the attack');
		expect((await post(url, last, `sha256=${signatureOf(secret, last)}`)).status).toBe(200);

		const wrong = answers.filter(({ status }, index) => !attack[index]?.status.includes(status));
		expect(wrong).toEqual([]);
		report(`${attack.length} hostile deliveries`, answers);
		expect((await workflow.received(2)).map(chatOf).sort()).toEqual(['after the attack', 'before the attack']);
	});

	test('starts a run for signed deliveries in any spelling; deliveries that n8n refuses do not count as received', async () => {
		const before = (await workflow.received(0)).map(chatOf);
		const { url, secret } = await registered();
		const answers = new Map<string, number>();
		for (const [how, spelled, contentType] of SPELLINGS) {
			const body = Buffer.from(spelled(eventBody(how)));
			const headers = { [SIGNATURE]: signatureOf(secret, body), 'content-type': contentType };
			const response = await fetch(url, { method: 'POST', headers, body });
			await response.arrayBuffer();
			answers.set(how, response.status);
		}
		const expected = new Map(SPELLINGS.map(([how]) => [how, REFUSED_BY_N8N.includes(how) ? 422 : 200]));
		expect(answers).toEqual(expected);
		const taken = SPELLINGS.map(([how]) => how).filter((how) => !REFUSED_BY_N8N.includes(how));
		const received = (await workflow.received(before.length + taken.length))
			.map(chatOf)
			.filter((chat) => !before.includes(chat));
		expect(received.sort()).toEqual(taken.sort());
	});

	test('starts exactly one run for each of 200 events, though 50 of them come twice at once', async () => {
		const before = (await workflow.received(0)).map(chatOf);
		const { url, secret } = await registered();
		const chats = Array.from({ length: VALID }, (_, index) => `chat ${index}`);
		const bodies = chats.map((chatId) => eventBody(chatId));
		const deliveries = bodies.flatMap((body, index) => (index < SENT_TWICE ? [body, body] : [body]));

		const answers: Array<{ status: number; ms: number }> = [];
		const queue = deliveries.entries();
		const deliver = async () => {
			for (const [index, body] of queue) {
				const signature = signatureOf(secret, body);
				answers.push(await post(url, body, index % 2 ? signature : `sha256=${signature}`));
			}
		};
		await Promise.all(Array.from({ length: PARALLEL }, deliver));

		expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
		expect(report(`${deliveries.length} deliveries, ${PARALLEL} at a time`, answers)).toBeLessThan(SLOWEST_ANSWER_MS);
		const received = (await workflow.received(before.length + VALID))
			.map(chatOf)
			.filter((chat) => !before.includes(chat));
		expect(received.sort()).toEqual([...chats].sort());
	});

	test('takes what the vendor itself delivers, and stays switched on', async () => {
		const before = (await workflow.executions()).length;
		const data = { agentId: 'agent_1', campaignId: 'campaign_001', chatId: 'from the vendor' };
		const [delivered] = await control('deliverKakiyoEvent', {
			event: 'linkedin.message.received',
			data,
			times: 3,
			parallel: true,
		});
		expect(delivered).toMatchObject({ status: 200, attempts: [200] });
		const received = (await workflow.received(before + 1)).map(chatOf);
		expect(received).toHaveLength(before + 1);
		expect(received.filter((chat) => chat === 'from the vendor')).toHaveLength(1);
		expect(await registered()).toMatchObject({ active: true, failureCount: 0 });
	});
});

describe('activation and deactivation of the Kakiyo Trigger', () => {
	let client: N8nClient;

	beforeAll(async () => {
		await control('reset');
		client = await N8nClient.login(world.n8nUrl);
	});

	test('leave no webhook at Kakiyo, also if somebody had deleted it there', async () => {
		const workflow = await TriggeredWorkflow.save(client, 'On and off', { events: ['*'] }, world.credentials);
		await workflow.activate();
		await registered();
		await workflow.deactivate();
		expect((await control('kakiyoState')).webhooks).toEqual([]);

		await workflow.activate();
		const { url, secret } = await registered();
		const body = eventBody('second life');
		expect((await post(url, body, signatureOf(secret, body))).status).toBe(200);
		expect(await workflow.received(1)).toHaveLength(1);
		await control('reset');
		await workflow.deactivate();
		expect((await control('kakiyoState')).webhooks).toEqual([]);
		expect((await post(url, body, signatureOf(secret, body))).status).toBe(404);
	});

	test('fail with the reason when no event is chosen', async () => {
		const workflow = await TriggeredWorkflow.save(client, 'No event', { events: [] }, world.credentials);
		await expect(workflow.activate()).rejects.toThrow('No event is chosen');
	});

	test('do not touch the webhook of "Listen for test event"', async () => {
		const workflow = await TriggeredWorkflow.save(client, 'Listening', { events: ['*'] }, world.credentials);
		await workflow.activate();
		const production = await registered();

		await workflow.listen();
		const { webhooks } = await control('kakiyoState');
		const test = webhooks.find(({ id }) => id !== production.id);
		expect(test?.url).toContain('/webhook-test/');

		// A forged one does not end the listening.
		const forged = eventBody('forged');
		expect((await post(test?.url ?? '', forged, signatureOf(production.secret, forged))).status).toBe(401);

		const outcomes = await control('deliverKakiyoEvent', {
			event: 'linkedin.message.received',
			data: { chatId: 'to both' },
		});
		expect(outcomes.map(({ status }) => status)).toEqual([200, 200]);
		expect((await workflow.received(1)).map(chatOf)).toEqual(['to both']);
		expect((await workflow.received(1, 'manual')).map(chatOf)).toEqual(['to both']);

		await eventually(
			'the end of the listening',
			async () => (await control('kakiyoState')).webhooks.length === 1,
			N8N_DEADLINE_MS,
		);
		expect((await registered()).id).toBe(production.id);
		await workflow.deactivate();
	});
});
