import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { INode } from 'n8n-workflow';

import { N8nClient } from '../../demo/client';
import { linkCredentials } from '../../demo/workflows';
import { REFUSED_BY_N8N, SPELLINGS } from '../engine/trigger/spellings';
import { control } from './control';
import { EditorPage } from './editorPage';
import { inParallel, post } from './kaiCallsTriggerHarness';
import { callBody, saveWorkflow, withKey } from './kayseTriggerHarness';
import { hostileDeliveries } from './kayseTriggerHostile';
import type { TriggeredWorkflow } from './triggerHarness';
import { world } from './world';
import { everyOne } from '../support/everyOne';

const VALID = 60;
const SENT_TWICE = 20;
/** Deliveries under way at once. */
const PARALLEL = 5;

const { apiKey } = world.sandbox.kayse;

const callOf = (payload: unknown) => (payload as { data: { call_id: string } }).data.call_id;

describe('the Kayse Trigger in a deployed workflow', () => {
	let client: N8nClient;
	let workflow: TriggeredWorkflow;
	let url: string;

	beforeAll(async () => {
		await control('reset');
		client = await N8nClient.login(world.n8nUrl);
		({ workflow, url } = await saveWorkflow(client, 'Ends of calls', { events: ['call_ended'] }));
		await workflow.activate();
	});

	afterAll(async () => await workflow.deactivate());

	/** The events that were received after `before`, sorted by call; waits until there are so many more. */
	const receivedSince = async (before: string[], more: number) =>
		(await workflow.received(before.length + more))
			.map(callOf)
			.filter((call) => !before.includes(call))
			.sort();

	const receivedNow = async () => (await workflow.received(0)).map(callOf);

	test('starts no run for anything forged, unreadable, replayed or not selected', async () => {
		const first = callBody('before the attack');
		expect(await post(url, first, withKey(apiKey))).toBe(200);
		const attack = hostileDeliveries(apiKey, first);
		expect(attack.length).toBeGreaterThanOrEqual(40);

		const answers: Array<{ name: string; status: number }> = [];
		for (const { name, method = 'POST', body, headers, suffix = '' } of everyOne(attack)) {
			const response = await fetch(url + suffix, {
				method,
				headers: { 'content-type': 'application/json', ...headers },
				...(body !== undefined && { body }),
			});
			const answer = await response.text();
			expect(answer).not.toContain(apiKey);
			answers.push({ name, status: response.status });
		}
		// The hostile ones have all been answered when this one is sent.
		expect(await post(url, callBody('after the attack'), withKey(apiKey))).toBe(200);

		expect(answers.filter(({ status }, index) => !attack[index]?.status.includes(status))).toEqual([]);
		expect((await workflow.received(2)).map(callOf).sort()).toEqual(['after the attack', 'before the attack']);
	});

	test('starts a run for deliveries with the key in any spelling; deliveries that n8n refuses do not count as received', async () => {
		const before = await receivedNow();
		const answers = new Map<string, number>();
		for (const [how, spelled, contentType] of SPELLINGS) {
			const headers = { ...withKey(apiKey), 'content-type': contentType };
			const response = await fetch(url, { method: 'POST', headers, body: Buffer.from(spelled(callBody(how))) });
			await response.arrayBuffer();
			answers.set(how, response.status);
		}
		expect(answers).toEqual(new Map(SPELLINGS.map(([how]) => [how, REFUSED_BY_N8N.includes(how) ? 422 : 200])));
		const taken = SPELLINGS.map(([how]) => how).filter((how) => !REFUSED_BY_N8N.includes(how));
		expect(await receivedSince(before, taken.length)).toEqual(taken.sort());
	});

	test('starts exactly one run for each of 60 ends of calls, though 20 of them come twice at once', async () => {
		const before = await receivedNow();
		const calls = Array.from({ length: VALID }, (_, index) => `call ${index}`);
		const bodies = calls.map((call) => callBody(call));
		const deliveries = bodies.flatMap((body, index) => (index < SENT_TWICE ? [body, body] : [body]));
		const answers = await inParallel(deliveries, PARALLEL, async (body) => await post(url, body, withKey(apiKey)));
		expect(answers.filter((status) => status !== 200)).toEqual([]);
		expect(await receivedSince(before, VALID)).toEqual([...calls].sort());
	});

	test('starts one run for an event that Kayse delivers three times with other times, wherever the event is named', async () => {
		const before = await receivedNow();
		await control('addKayseWebhook', { url, events: ['call_ended'] });
		await control('configureKayse', { webhookTime: 'delivery' });
		const forms = ['event', 'nested'] as const;
		for (const webhookBody of everyOne(forms)) {
			await control('configureKayse', { webhookBody });
			const data = { call_id: `named in ${webhookBody}` };
			const outcomes = await control('deliverKayseEvent', { event: 'call_ended', data, times: 3 });
			expect(outcomes.map(({ status, attempts }) => ({ status, attempts }))).toEqual(
				Array(3).fill({ status: 200, attempts: [200] }),
			);
		}
		for (const appKey of ['missing', 'wrong'] as const) {
			expect(await control('deliverKayseEvent', { event: 'call_ended', appKey })).toMatchObject([{ status: 401 }]);
		}
		expect(await control('deliverKayseEvent', { event: 'call_started' })).toEqual([]);
		expect(await receivedSince(before, forms.length)).toEqual(forms.map((form) => `named in ${form}`));
	});
});

describe('switching a Kayse Trigger on and off', () => {
	let client: N8nClient;

	beforeAll(async () => {
		await control('reset');
		client = await N8nClient.login(world.n8nUrl);
	});

	test('asks Kayse nothing; later deliveries find no workflow', async () => {
		const { workflow, url } = await saveWorkflow(client, 'Kayse on and off', { events: ['*'] });
		await workflow.activate();
		expect(await post(url, callBody('on'), withKey(apiKey))).toBe(200);
		expect((await workflow.received(1)).map(callOf)).toEqual(['on']);
		await workflow.deactivate();
		expect(await post(url, callBody('off'), withKey(apiKey))).toBe(404);
		await workflow.activate();
		expect(await post(url, callBody('on'), withKey(apiKey))).toBe(200);
		expect(await post(url, callBody('on again'), withKey(apiKey))).toBe(200);
		expect((await workflow.received(2)).map(callOf).sort()).toEqual(['on', 'on again']);
		await workflow.deactivate();
		expect(await control('log')).toEqual([]);
	});

	test('fails with the reason when no event is chosen', async () => {
		const { workflow } = await saveWorkflow(client, 'No event of Kayse', { events: [] });
		await expect(workflow.activate()).rejects.toThrow('No event is chosen');
	});

	test('is not needed for "Listen for test event", which a forged delivery does not end', async () => {
		const { workflow, testUrl } = await saveWorkflow(client, 'Listening to Kayse', { events: ['*'] });
		await workflow.listen();
		expect(await post(testUrl, callBody('forged'), withKey('guess'))).toBe(401);
		expect(await post(testUrl, callBody('a test'), withKey(apiKey))).toBe(200);
		expect((await workflow.received(1, 'manual')).map(callOf)).toEqual(['a test']);
	});
});

describe('the panel of the Kayse Trigger', () => {
	let editor: EditorPage;

	beforeAll(async () => {
		editor = await EditorPage.launch();
	});

	afterEach(async () => await editor.endTest('kayse-trigger'));

	afterAll(async () => await editor?.close());

	test('lists the steps in Kayse one by one', async () => {
		const node: INode = {
			id: crypto.randomUUID(),
			webhookId: crypto.randomUUID(),
			name: 'Kayse Trigger',
			type: 'n8n-nodes-outreach-agents.kayseTrigger',
			typeVersion: 2,
			position: [0, 0],
			parameters: {},
			credentials: { kayseOutreachApi: { id: null, name: 'Kayse account' } },
		};
		const workflow = { name: 'Kayse Trigger', nodes: [node], connections: {}, settings: {} };
		await editor.openNode(linkCredentials(workflow, world.credentials), node.name, 'parameter-input-events');
		const steps = editor.page.getByRole('alert').locator('li');
		expect((await steps.allInnerTexts()).map((step) => step.split(/[:,. ]/)[0])).toEqual([
			'Open',
			'In',
			'Name',
			'Events',
			'App',
			'Switch',
		]);
		expect(await steps.filter({ hasText: 'App Key' }).isVisible()).toBe(true);
	});
});
