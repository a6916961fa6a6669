import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { agentWithoutNumber, ask, firstLead, harborLaw, kai, place, refusalOf } from './kaicalls';
import { everyOne } from '../support/everyOne';
import { useSandbox } from './useSandbox';

const withId = z.object({ id: z.string() }).passthrough();
const conversationsPage = z.object({ conversations: z.array(withId).length(4), has_more: z.literal(false) }).strict();

describe('KaiCalls records', () => {
	const sandbox = useSandbox();

	const body = async (request: string, argument?: unknown) => (await ask(sandbox, request, argument)).body;

	it('lists and shows agents and numbers as documented', async () => {
		const created_at = expect.any(String);
		const { agents } = z.object({ agents: z.array(z.unknown()).length(4) }).parse(await body('GET /agents'));
		expect(agents[0]).toEqual({ id: kai, name: 'Kai', business_id: harborLaw, created_at });
		expect(await body(`GET /agents?id=${kai}`)).toMatchObject({
			vapi_assistant_id: 'vapi-asst-1',
			phone_number: '+12025550101',
		});
		expect(await body(`GET /agents?id=${agentWithoutNumber}`)).toMatchObject({ phone_number: null });
		const { numbers } = z.object({ numbers: z.array(z.unknown()).length(3) }).parse(await body('GET /numbers'));
		expect(numbers[0]).toEqual({
			id: expect.any(String),
			phone_number: '+12025550101',
			agent_id: kai,
			business_id: harborLaw,
			created_at,
		});
	});

	it('creates and changes agents, keeping versions', async () => {
		const created = await ask(sandbox, 'POST /agents', {
			business_id: harborLaw,
			name: 'Ada',
			system_prompt: 'Be kind',
		});
		const { id } = withId.parse(created.body);
		expect(created.status).toBe(201);
		const updated = await body('PATCH /agents', { id, first_message: 'Hi' });
		expect(updated).toMatchObject({ id, updated: true, first_message: 'Hi', system_prompt: 'Be kind' });
		await body('POST /sms/update-prompt', { agent_id: id, sms_prompt: 'Be brief' });
		const versions = [{ version: 2, config: { first_message: 'Hi' } }, { version: 1 }];
		expect(await body(`GET /agents/versions?agent_id=${id}`)).toMatchObject({ versions });
		expect(refusalOf(await ask(sandbox, 'PATCH /agents', { id, colour: 'red' }))).toEqual([400, 'invalid_request']);
	});

	it('creates, changes and audits leads', async () => {
		const created = await ask(sandbox, 'POST /leads', {
			business_id: harborLaw,
			name: 'Dana Reyes',
			city: 'Lyon',
			source: 'n8n',
		});
		const { id } = withId.parse(created.body);
		expect([created.status, created.body]).toMatchObject([
			201,
			{ first_name: 'Dana', status: 'new', city: 'Lyon', source: 'n8n' },
		]);
		expect(await body('PATCH /leads', { id, status: 'won', zip: '69001' })).toMatchObject({
			id,
			name: 'Dana Reyes',
			status: 'won',
			zip: '69001',
		});
		expect(await body('GET /leads/audit')).toMatchObject({ total: 61, new_in_window: 1 });
		expect(refusalOf(await ask(sandbox, 'POST /leads', { business_id: harborLaw, city: 'Lyon' }))).toEqual([
			400,
			'invalid_request',
		]);
	});

	it.each([
		{ phone: '+15550100123' },
		{ phone: '202 555 0123' },
		{ email: 'dana@' },
		{ email: 'dana@example.org d@example.org' },
	])('refuses leads and filters without a person to reach: %j', async (reached) => {
		const asked = new URLSearchParams(Object.entries(reached)).toString();
		const requests: Array<[request: string, body?: unknown]> = [
			['POST /leads', { business_id: harborLaw, name: 'Dana Reyes', ...reached }],
			['PATCH /leads', { id: firstLead, ...reached }],
			[`GET /leads?${asked}`],
		];
		for (const [request, argument] of everyOne(requests)) {
			expect(refusalOf(await ask(sandbox, request, argument))).toEqual([400, 'invalid_request']);
		}
	});

	it('sends SMS and refuses some', async () => {
		const sms = { from_agent_id: kai, message: 'Hello' };
		expect(await body('POST /sms/send', { ...sms, to: '+14155550123', lead_id: firstLead })).toMatchObject({
			success: true,
			from: '+12025550101',
		});
		expect(refusalOf(await ask(sandbox, 'POST /sms/send', { ...sms, to: '+12025550197' }))).toEqual([
			400,
			'number_opted_out',
		]);
		sandbox.control.configureKaiCalls({ smsRefusals: { '+14155550124': 'sms_send_failed' } });
		expect(refusalOf(await ask(sandbox, 'POST /sms/send', { ...sms, to: '+14155550124' }))).toEqual([
			500,
			'sms_send_failed',
		]);
		const messages = [{ message: 'Hello', to: '+14155550123' }];
		expect(await body('GET /sms/messages?direction=outbound&limit=1')).toMatchObject({ messages, has_more: true });
		const { conversations } = conversationsPage.parse(await body('GET /sms/conversations'));
		expect(await body(`GET /sms/conversations?id=${conversations[0]?.id}`)).toMatchObject({
			phone: '+14155550123',
			messages: [{ message: 'Hello' }],
		});
	});

	it('has transcripts of calls that were answered', async () => {
		const id = await place(sandbox, '+14155550123');
		await sandbox.control.completeCall({ callId: id, transcript: 'AI: Hello' });
		const transcripts = [{ call_id: id, transcript: 'AI: Hello', status: 'completed' }];
		expect(await body('GET /transcripts?days=1')).toMatchObject({ transcripts, has_more: false });
		expect(await body('GET /transcripts?limit=100')).toMatchObject({ has_more: true });
	});

	it('assigns and releases numbers of the pool', async () => {
		expect(await body('GET /phone-numbers/available?area_code=415')).toEqual({
			available_numbers: ['+14155550112', '+14155550113'],
		});
		const phone_number = '+14155550112';
		expect((await ask(sandbox, 'POST /phone-numbers', { phone_number, agent_id: agentWithoutNumber })).status).toBe(
			201,
		);
		expect(
			refusalOf(await ask(sandbox, 'POST /phone-numbers', { phone_number, agent_id: agentWithoutNumber })),
		).toEqual([404, 'not_found']);
		const encoded = encodeURIComponent(phone_number);
		expect(await body(`GET /phone-numbers?phone_number=${encoded}`)).toMatchObject({
			number: { agent_id: agentWithoutNumber },
		});
		expect(await body(`GET /agents?id=${agentWithoutNumber}`)).toMatchObject({ phone_number });
		expect(await body(`DELETE /phone-numbers?phone_number=${encoded}`)).toMatchObject({ success: true });
		expect(await body('GET /phone-numbers')).toMatchObject({ numbers: [{ capabilities: { voice: true } }, {}, {}] });
	});

	it('creates and changes workspaces', async () => {
		const { id } = withId.parse(await body('POST /workspaces', { name: 'New' }));
		expect(await body('PATCH /workspaces', { id, action: 'cancel', name: 'Old' })).toMatchObject({
			name: 'Old',
			lifecycle_state: 'cancelled',
		});
		expect(await body(`GET /workspaces?id=${id}`)).toMatchObject({ id, name: 'Old' });
		expect(await body('GET /workspaces')).toMatchObject({
			workspaces: [{ name: 'Harbor Law' }, { name: 'Lakeside Dental' }, { id }],
		});
	});

	it.each([
		'dashboard',
		'calls?group_by=week',
		'funnel?source=web_form',
		`agents?agent_id=${kai}`,
		'weekly',
		'businesses?days=90',
	])('analyses %s', async (name) => {
		await place(sandbox, '+14155550123');
		expect((await ask(sandbox, `GET /analytics/${name}`)).status).toBe(200);
	});

	it('counts what happened in the period', async () => {
		await sandbox.control.completeCall({ callId: await place(sandbox, '+14155550123'), duration: 60 });
		expect(await body('GET /analytics/dashboard')).toMatchObject({
			calls: { total: 1, completed: 1, total_duration: 60 },
			agents: { total: 4 },
		});
		expect(await body(`GET /analytics/agents?agent_id=${kai}`)).toMatchObject({
			agents: [{ agent_id: kai, total: 1 }],
		});
		expect((await ask(sandbox, 'GET /analytics/dashboard?days=91')).status).toBe(400);
	});

	it('creates a communication run once per idempotency key', async () => {
		const run = { business_id: harborLaw, external_ref: 'x', steps: [{ channel: 'call' }] };
		const create = async (key: string, argument: object) =>
			await ask(sandbox, 'POST /communication-runs', argument, { 'idempotency-key': key });
		expect(refusalOf(await ask(sandbox, 'POST /communication-runs', run))).toEqual([400, 'invalid_request']);
		const first = await create('one', run);
		const { id } = withId.parse(first.body);
		const second = await create('one', run);
		expect([first.status, second.status, second.body]).toEqual([201, 200, first.body]);
		expect(refusalOf(await create('one', { ...run, external_ref: 'y' }))).toEqual([400, 'invalid_request']);
		expect((await create('two', run)).status).toBe(201);
		expect(await body('PATCH /communication-runs', { id, action: 'pause' })).toMatchObject({ id, status: 'paused' });
		expect(await body('GET /communication-runs?external_ref=x')).toMatchObject({
			communication_runs: [{}, { id }],
			has_more: false,
		});
		expect(await body('POST /communication-runs/validate', run)).toMatchObject({ valid: true });
		expect(await body('POST /communication-runs/preview', run)).toEqual({ jobs: [] });
		expect(await body('GET /communication-jobs?channel=sms')).toMatchObject({ jobs: [{ channel: 'sms' }] });
		expect(await body('GET /communication-attempts?status=succeeded')).toMatchObject({ attempts: [{}, {}] });
	});
});
