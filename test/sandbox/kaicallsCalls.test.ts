import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { agentWithoutNumber, ask, firstLead, harborLaw, kai, lastSeedCall, place, refusalOf } from './kaicalls';
import { useReceiver } from './receiver';
import { eventually } from '../support/eventually';
import { useSandbox } from './useSandbox';

const to = '+14155550123';
const noAnswer = '+12025550199';
const callbacks = z.array(z.object({ event: z.string(), call_id: z.string() }).passthrough());
const statusSchema = z.object({ status: z.string() }).passthrough();

describe('KaiCalls calls', () => {
	const sandbox = useSandbox({
		timeScale: 100,
		prepare: ({ control }) => control.configureKaiCalls({ rateLimits: false }),
	});
	const receiver = useReceiver();

	const read = async (id: string) => (await ask(sandbox, `GET /calls?id=${id}`)).body;
	const statusOf = async (id: string) => statusSchema.parse(await read(id)).status;
	const received = async (count: number) =>
		await eventually('the report', () => (receiver.received.length === count ? receiver.bodies() : undefined));

	it('answers a new call with 201 as documented', async () => {
		const reply = await ask(sandbox, 'POST /calls', { agent_id: kai, to, name: 'John Smith' });
		expect(reply.status).toBe(201);
		expect(reply.body).toEqual({
			id: 'ca110000-0000-4000-8000-000000000131',
			conversation_id: 'c0f00000-0000-4000-8000-000000000131',
			status: 'queued',
			agent_id: kai,
			to,
			name: 'John Smith',
			created_at: expect.stringMatching(/Z$/),
		});
		expect(sandbox.control.callsPlaced()).toEqual({ [to]: 1 });
	});

	it('rings, is answered, completes and calls back', async () => {
		sandbox.control.configureKaiCalls({ ringsAfterSeconds: 3, answersAfterSeconds: 6, endsAfterSeconds: 16 });
		const id = await place(sandbox, to, { webhook_url: receiver.url, max_duration: 5 });
		const seen = new Set<string>();
		await eventually('the report', async () => {
			const status = await statusOf(id);
			seen.add(status);
			return status === 'completed' || undefined;
		});
		expect([...seen].at(-1)).toBe('completed');
		expect(['queued', 'ringing', 'in-progress', 'completed']).toEqual(expect.arrayContaining([...seen]));
		const [body] = await received(1);
		expect(body).toEqual({
			event: 'call.completed',
			call_id: id,
			status: 'completed',
			duration: 5,
			recording_url: expect.stringContaining(sandbox.kaicalls.recordingOrigin),
			summary: expect.any(String),
			timestamp: expect.any(String),
		});
		expect(receiver.received[0]?.headers).not.toHaveProperty('x-kaicalls-signature');
		const logged = await eventually('the report', () => sandbox.control.kaiCallsState().callbacks[0]);
		expect(logged).toMatchObject({ call_id: id, event: 'call.completed', status: 200 });
	});

	it('goes through every status', async () => {
		const statusWith = async (settings: object) => {
			sandbox.control.configureKaiCalls({
				ringsAfterSeconds: 1000,
				answersAfterSeconds: 1000,
				endsAfterSeconds: 1000,
				...settings,
			});
			return await statusOf(await place(sandbox, to));
		};
		expect(await statusWith({})).toBe('queued');
		expect(await statusWith({ ringsAfterSeconds: 0 })).toBe('ringing');
		expect(await statusWith({ answersAfterSeconds: 0 })).toBe('in-progress');
		expect(await statusWith({ answersAfterSeconds: 0, inProgressStatus: 'in_progress' })).toBe('in_progress');
	});

	it('fails for numbers that do not answer', async () => {
		sandbox.control.configureKaiCalls({ endsAfterSeconds: 1, failures: { [to]: 'busy' } });
		const id = await place(sandbox, to, { webhook_url: receiver.url });
		expect(await received(1)).toEqual([
			{ event: 'call.failed', call_id: id, status: 'failed', error: 'busy', timestamp: expect.any(String) },
		]);
		expect(await read(id)).toMatchObject({ status: 'failed', duration: null, recording_url: null, summary: null });
	});

	it.each([
		['the voice provider cannot start it', { agent_id: kai, to: '+12025550198' }, 500, 'call_failed'],
		['the agent has no number', { agent_id: agentWithoutNumber, to }, 500, 'call_failed'],
		['there is no such agent', { agent_id: 'nobody', to }, 404, 'not_found'],
		['there is no such lead', { agent_id: kai, to, lead_id: 'nobody' }, 404, 'not_found'],
	])('rings nobody when %s', async (_reason, body, status, code) => {
		expect(refusalOf(await ask(sandbox, 'POST /calls', body))).toEqual([status, code]);
		expect(sandbox.control.callsPlaced()).toEqual({});
	});

	it('ends a call on demand, once', async () => {
		const id = await place(sandbox, to, { webhook_url: receiver.url });
		expect(
			await sandbox.control.completeCall({ callId: id, duration: 127, summary: 'Moved to Friday.' }),
		).toMatchObject([{ webhookId: null, url: receiver.url, status: 200 }]);
		expect(await read(id)).toMatchObject({
			status: 'completed',
			direction: 'outbound',
			duration: 127,
			summary: 'Moved to Friday.',
		});
		expect(await sandbox.control.completeCall({ callId: id, status: 'failed' })).toEqual([]);
		expect(receiver.received).toHaveLength(1);
	});

	it('calls back before the reply', async () => {
		sandbox.control.configureKaiCalls({ callback: 'beforeReply' });
		const id = await place(sandbox, noAnswer, { webhook_url: receiver.url });
		expect(receiver.bodies()).toMatchObject([{ event: 'call.failed', call_id: id, error: 'no_answer' }]);
	});

	it('calls back late or never', async () => {
		sandbox.control.configureKaiCalls({ callback: 'never' });
		await sandbox.control.completeCall({ callId: await place(sandbox, to, { webhook_url: receiver.url }) });
		expect(receiver.received).toEqual([]);
		sandbox.control.configureKaiCalls({ callback: 'afterEnd', callbackDelaySeconds: 10 });
		const start = sandbox.clock.now();
		await sandbox.control.completeCall({ callId: await place(sandbox, to, { webhook_url: receiver.url }) });
		expect(sandbox.clock.now() - start).toBeGreaterThan(9_500);
		expect(receiver.received).toHaveLength(1);
	});

	it('shows summary and recording once they are processed', async () => {
		sandbox.control.configureKaiCalls({ processingSeconds: 1000, completedStatus: 'ended' });
		const id = await place(sandbox, to);
		await sandbox.control.completeCall({ callId: id });
		expect(await read(id)).toMatchObject({
			status: 'ended',
			summary: null,
			recording_url: null,
			quality_dimensions: null,
		});
		expect((await ask(sandbox, `GET /recordings?call_id=${id}`)).body).toMatchObject({
			status: 'processing',
			recording_url: null,
		});
		sandbox.control.configureKaiCalls({ processingSeconds: 0 });
		expect(await read(id)).toMatchObject({ summary: expect.any(String), quality_dimensions: { empathy: 88 } });
		expect((await ask(sandbox, `GET /recordings?call_id=${id}`)).body).toMatchObject({
			status: 'available',
			recording_url: expect.any(String),
		});
	});

	it('sends forged callbacks on demand', async () => {
		const id = await place(sandbox, to, { webhook_url: receiver.url });
		await sandbox.control.deliverCallback({ callId: id, forged: 'wrongStatus' });
		await sandbox.control.completeCall({ callId: id });
		await sandbox.control.deliverCallback({ callId: id, times: 2, parallel: true });
		for (const forged of ['unknownCall', 'wrongStatus', 'otherAgent'] as const)
			await sandbox.control.deliverCallback({ callId: id, forged });
		const [early, genuine, repeated, again, unknown, wrong, other] = callbacks.parse(receiver.bodies());
		expect(early).toMatchObject({ event: 'call.completed', call_id: id });
		expect([repeated, again]).toEqual([genuine, genuine]);
		expect(unknown?.call_id).not.toBe(id);
		expect((await ask(sandbox, `GET /calls?id=${unknown?.call_id}`)).status).toBe(404);
		expect(wrong).toMatchObject({ event: 'call.failed', call_id: id, status: 'failed' });
		expect(await read(other?.call_id ?? '')).not.toMatchObject({ agent_id: kai });
	});

	it('links a call to its lead', async () => {
		const lead = sandbox.control.kaiCallsState().leads[0];
		const byNumber = await place(sandbox, lead?.phone ?? '');
		const byId = await place(sandbox, to, { lead_id: firstLead, customer_name: 'Dana' });
		expect(await read(byNumber)).toMatchObject({ lead_id: firstLead });
		expect(sandbox.control.kaiCallsState().calls.slice(-2)).toMatchObject([
			{ id: byNumber, name: 'Lead01' },
			{ id: byId, lead_id: firstLead, name: 'Dana' },
		]);
	});

	it.each<[object, string]>([
		[{ agent_id: kai }, 'to'],
		[{ to }, 'agent_id'],
		[{ agent_id: kai, to: '4155550123' }, 'to'],
		[{ agent_id: kai, to: '+4402079460958' }, 'to'],
		[{ agent_id: kai, to: '+15550100123' }, 'to'],
		[{ agent_id: kai, to: '+120255501234' }, 'to'],
		[{ agent_id: kai, to: '+1415555012' }, 'to'],
		[{ agent_id: kai, to, from: '+12025550101' }, 'from'],
		[{ agent_id: kai, to, max_duration: '60' }, 'max_duration'],
		[{ agent_id: kai, to, name: 'A', customer_name: 'A' }, 'customer_name'],
		[{ agent_id: kai, to, firstMessage: 'A', first_message: 'A' }, 'first_message'],
		[{ agent_id: kai, to, webhook_url: 'ftp://127.0.0.1/' }, 'webhook_url'],
	])('refuses %j because of %s', async (body, field) => {
		const reply = await ask(sandbox, 'POST /calls', body);
		expect(refusalOf(reply)).toEqual([400, 'invalid_request']);
		expect(JSON.stringify(reply.body)).toContain(field);
		expect(sandbox.control.callsPlaced()).toEqual({});
	});

	it('sends callbacks to this machine only', async () => {
		const id = await place(sandbox, to, { webhook_url: 'https://example.com/hook' });
		expect(await sandbox.control.completeCall({ callId: id })).toMatchObject([{ status: 'refused' }]);
	});

	it('shows a call as documented', async () => {
		const detail = await read(lastSeedCall);
		expect(Object.keys(z.record(z.unknown()).parse(detail)).sort()).toEqual(
			[
				'id',
				'conversation_id',
				'status',
				'direction',
				'duration',
				'agent_id',
				'agent_name',
				'business_id',
				'lead_id',
				'summary',
				'recording_url',
				'quality_dimensions',
				'created_at',
			].sort(),
		);
		expect((await ask(sandbox, `GET /calls?agent_id=${kai}&status=completed&limit=1`)).body).toMatchObject({
			calls: [{ agent_id: kai, status: 'completed', duration: expect.any(Number), agent_name: 'Kai' }],
			has_more: true,
		});
		expect((await ask(sandbox, 'GET /balance')).body).toMatchObject({
			businesses: [
				{ business_id: harborLaw, minutes_used: expect.any(Number), phone_numbers: 2, subscription_status: 'active' },
				{},
			],
		});
	});
});
