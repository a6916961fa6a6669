import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { hintsOf, stage, type NodeResult } from '../engine';
import { useKaiCallsBench } from '../kaicalls';
import { useKakiyoBench } from '../kakiyo';
import { hintOf } from '../outcome';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();

const dana = { phone: '+12125550123' };

const agent = () => byId(kaiCalls.state.agents[0]?.id ?? '');
const call = (additionalFields: INodeParameters, rest: INodeParameters = {}): INodeParameters => ({
	resource: 'call',
	operation: 'create',
	agentId: agent(),
	to: '={{ $json.phone }}',
	additionalFields,
	...rest,
});
const createAndWait = (timeLimit: number | string, additionalFields: INodeParameters = {}) =>
	call(additionalFields, { operation: 'createAndWait', timeLimit });

/** What the panel of the node shows before anything runs. */
function shownBefore(parameters: INodeParameters): string[] {
	const run = kaiCalls.nodeRun(parameters, {});
	const { workflow, node } = stage(run, run.type.description.name);
	const hints = (run.type.description.hints ?? []).filter(({ whenToDisplay }) => whenToDisplay === 'beforeExecution');
	return hints.flatMap(({ message, displayCondition = '' }) =>
		workflow.expression.getSimpleParameterValue(node, displayCondition, 'internal', {}) === true ? [message] : [],
	);
}

describe('the panel of the node before any call', () => {
	it.each<[string, () => INodeParameters, string]>([
		[
			'a test address',
			() => call({ webhookUrl: 'https://n8n.example.com/webhook-test/b6a1/webhook' }),
			'"Webhook URL" is a test address',
		],
		[
			'a Time Limit below the call',
			() => createAndWait(5, { maxDuration: 1_800 }),
			'"Time Limit (Minutes)" is shorter than "Max Duration (Seconds)"',
		],
		['a Time Limit below what KaiCalls has by itself', () => createAndWait(9.5), '"Time Limit (Minutes)" is shorter'],
	])('shows a hint about %s', (_, parameters, text) => {
		expect(shownBefore(parameters())).toEqual([expect.stringContaining(text)]);
	});

	it.each<[string, () => INodeParameters]>([
		['a call without more', () => call({})],
		['a production address', () => call({ webhookUrl: 'https://n8n.example.com/webhook/b6a1/webhook' })],
		['a Time Limit that is long enough', () => createAndWait(30, { maxDuration: 1_800 })],
		['another resource', () => ({ resource: 'lead', operation: 'getAll' })],
	])('shows no hint about %s', (_, parameters) => {
		expect(shownBefore(parameters())).toEqual([]);
	});
});

describe('case 35: a hint about more invitations than LinkedIn allows', () => {
	const update = (updateFields: INodeParameters): INodeParameters => ({
		resource: 'agent',
		operation: 'update',
		agentId: byId(kakiyo.control.kakiyoState().agents[0]?.id ?? ''),
		updateFields,
	});
	const create = (additionalFields: INodeParameters): INodeParameters => ({
		resource: 'agent',
		operation: 'create',
		additionalFields,
	});

	it.each<[string, () => INodeParameters, string]>([
		[
			'100 a day',
			() => update({ invitationsMax: 100 }),
			'"Max Invitations" is 100 a day: up to 500 a week on 5 working days. LinkedIn accepts about 100 a week',
		],
		['one above', () => update({ invitationsMax: '={{ 21 }}' }), '"Max Invitations" is 21 a day: up to 105 a week'],
		[
			'every day of the week',
			() => update({ invitationsMax: 15, workingDays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] }),
			'up to 105 a week on 7 working days',
		],
		['a new agent', () => create({ dailyConnections: 50 }), '"Daily Connections" is 50 a day: up to 250 a week'],
	])('is shown: %s', async (_, parameters, text) => {
		expect(hintOf(await kakiyo.run(parameters()))).toContain(text);
		expect(kakiyo.requests()).toHaveLength(1);
	});

	it.each<[string, () => INodeParameters]>([
		['20 a day', () => update({ invitationsMax: 20 })],
		['50 on two days', () => update({ invitationsMax: 50, workingDays: ['Monday', 'Thursday'] })],
		['messages', () => update({ messagesMax: 400 })],
		['what is usual', () => create({ dailyConnections: 20 })],
	])('is not shown for %s', async (_, parameters) => {
		expect(hintOf(await kakiyo.run(parameters()))).toBe('');
	});
});

describe('case 69: a hint about a Time Limit below the Max Duration of the call', () => {
	/** KaiCalls places no call, so that no execution is left to wait. */
	async function refused(parameters: INodeParameters): Promise<NodeResult> {
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'status', status: 402 });
		return await kaiCalls.run(parameters, {
			items: [{ ...dana, minutes: 10, seconds: 601 }],
			settings: { onError: 'continueRegularOutput' },
		});
	}

	it.each<[string, () => INodeParameters, string]>([
		[
			'entered',
			() => createAndWait(5, { maxDuration: 1_800 }),
			'"Time Limit (Minutes)" is 5, but "Max Duration (Seconds)" allows 1800 seconds',
		],
		[
			'by expressions',
			() => createAndWait('={{ $json.minutes }}', { maxDuration: '={{ $json.seconds }}' }),
			'"Time Limit (Minutes)" is 10, but "Max Duration (Seconds)" allows 601 seconds',
		],
		[
			'that KaiCalls has by itself',
			() => createAndWait(5),
			'"Time Limit (Minutes)" is 5, but "Max Duration (Seconds)" allows 600 seconds',
		],
	])('is shown: %s', async (_, parameters, text) => {
		expect(hintOf(await refused(parameters()))).toContain(text);
	});

	it('is not shown if it is long enough', async () => {
		expect(hintOf(await refused(createAndWait(30, { maxDuration: 1_800 })))).not.toContain('Time Limit');
	});
});

describe('case 70: a hint about an address at which n8n listens only for a test', () => {
	const TEST_URL = 'https://n8n.example.com/webhook-test/b6a1/webhook';
	const text = 'a test address: n8n listens there only for a short time';

	it('is shown for a call of any entry point', async () => {
		expect(hintOf(await kaiCalls.run(call({ webhookUrl: TEST_URL }), { items: [dana] }))).toContain(
			`"Webhook URL" is ${TEST_URL}, ${text}`,
		);
		expect(
			hintOf(
				await kaiCalls.run(call({ webhookUrl: '={{ $json.url }}' }), {
					items: [{ phone: '+13125550124', url: 'http://10.0.0.4:5678/webhook-test/x' }],
				}),
			),
		).toContain(text);
	});

	it('is shown for webhooks', async () => {
		expect(
			hintOf(
				await kaiCalls.run({
					resource: 'webhook',
					operation: 'create',
					url: TEST_URL,
					additionalFields: { workspaceId: byId(kaiCalls.state.workspaces[0]?.id ?? '') },
				}),
			),
		).toContain(`"URL" is ${TEST_URL}, ${text}`);
		const webhook = { resource: 'webhook', operation: 'create', name: 'Replies', webhookUrl: TEST_URL, events: ['*'] };
		const created = await kakiyo.run(webhook);
		expect(hintOf(created)).toContain(text);
		const webhookId = byId(String(created.items[0]?.json.id));
		expect(
			hintOf(
				await kakiyo.run({
					resource: 'webhook',
					operation: 'update',
					webhookId,
					updateFields: { webhookUrl: TEST_URL },
				}),
			),
		).toContain(text);
	});

	it('is on the item for a model', async () => {
		const tool = kaiCalls.tool(call({ webhookUrl: TEST_URL }, { to: '={{ $fromAI("phone", "", "string") }}' }));
		expect(String(await tool(dana))).toContain(text);
	});

	it.each([
		'https://n8n.example.com/webhook/b6a1/webhook',
		'https://n8n.example.com/webhook/webhook-tests',
		'https://webhook-test.example.com/hooks',
	])('is not shown for %s', async (webhookUrl) => {
		expect(hintOf(await kaiCalls.run(call({ webhookUrl }), { items: [dana] }))).not.toContain(text);
	});
});

describe('case 63: a hint about a key that looks like a test key', () => {
	const apiKey = 'kc_test_0123456789abcdefghij';
	const text = 'This is a sandbox key ("kc_test_"), but KaiCalls documents its sandbox as "coming soon"';

	it.each<[string, () => INodeParameters]>([
		['a call', () => call({})],
		['a call that is waited for', () => createAndWait(30)],
		[
			'a text',
			() => ({
				resource: 'smsMessage',
				operation: 'send',
				agentId: agent(),
				to: '={{ $json.phone }}',
				message: 'Hello',
			}),
		],
		['a run of many', () => ({ resource: 'communicationRun', operation: 'create', run: '{ "business_id": "bz-1" }' })],
	])('is shown for %s', async (_, parameters) => {
		const result = await kaiCalls.run(parameters(), {
			items: [dana],
			apiKey,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(hintsOf(result).join(' ')).toContain(text);
	});

	it('is shown for any pasted form, and for a model on the item', async () => {
		const result = await kaiCalls.run(call({}), {
			items: [dana],
			apiKey: `Bearer ${apiKey}\n`,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(hintsOf(result).join(' ')).toContain(text);
	});

	it('is not shown by an operation that contacts no person, nor for any other key', async () => {
		const read = await kaiCalls.run(
			{ resource: 'call', operation: 'getAll', limit: 1 },
			{ apiKey, settings: { onError: 'continueRegularOutput' } },
		);
		expect(hintsOf(read).join(' ')).not.toContain(text);
		expect(hintOf(await kaiCalls.run(call({}), { items: [dana] }))).not.toContain(text);
	});

	it('is not shown if the credential cannot be read: the error is that of the credential', async () => {
		const { error } = await kaiCalls.run(call({}), { items: [dana], unreadableFrom: 0 });
		expect(error?.message).toContain('The vault is sealed');
	});
});
