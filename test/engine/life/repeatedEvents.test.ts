import { createHmac } from 'node:crypto';

import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';

import { byId } from '../bench';
import { itemsOf, outcomeOf, useKaiCallsStage } from '../trigger/kaiCallsStage';
import { useKakiyoStage } from '../trigger/kakiyoStage';
import type { IncomingCall } from '../trigger/stage';

const kakiyo = useKakiyoStage();
const kaiCalls = useKaiCallsStage({ mode: 'account', events: [] });

const logged = jest.spyOn(Container.get(Logger), 'warn');

const hmac = (secret: unknown, ...parts: string[]): string => {
	const digest = createHmac('sha256', String(secret));
	for (const part of parts) digest.update(part);
	return digest.digest('hex');
};

/** The outer time of a delivery, so many seconds from now. */
const outer = (seconds: number) => new Date(kakiyo.vendorNow + seconds * 1_000).toISOString();

const message = {
	agentId: 'agent_1',
	campaignId: 'campaign_001',
	chatId: 'chat_1',
	prospectId: 'p1',
	message: 'Yes',
	timestamp: '2026-03-02T10:30:00.000Z',
};

function kakiyoEvent(
	data: object | undefined,
	{ event = 'linkedin.message.received', timestamp = outer(0) } = {},
): IncomingCall {
	const body = JSON.stringify({ event, teamId: 'team_1', timestamp, data });
	return { body, headers: { 'x-kakiyo-signature': hmac(kakiyo.data.secret, body) } };
}

/** How many runs these deliveries start, one after another. */
async function runs(stage: typeof kakiyo | typeof kaiCalls, calls: IncomingCall[]): Promise<number[]> {
	const started: number[] = [];
	for (const call of calls) started.push(outcomeOf(await stage.call(call)).runs);
	return started;
}

describe('the Kakiyo Trigger', () => {
	beforeEach(async () => {
		kakiyo.parameters = { events: ['*'] };
		await kakiyo.activate();
	});

	it.each([
		['message', message],
		['message, its members in another order', Object.fromEntries(Object.entries(message).reverse())],
		['message, its time in another spelling', { ...message, timestamp: '2026-03-02T11:30:00+01:00' }],
		['message, of which more is known', { ...message, prospect: { name: 'Ann Example' } }],
	])('starts one run for a %s that is delivered twice, with outer times four seconds apart', async (_, again) => {
		expect(await runs(kakiyo, [kakiyoEvent(message), kakiyoEvent(again, { timestamp: outer(4) })])).toEqual([1, 0]);
	});

	it.each([
		['linkedin.invitation.accepted', { chatId: 'chat_1', prospectId: 'p1', timestamp: '2026-03-02T10:30:00.000Z' }],
		[
			'message.sent',
			{ message: { id: 'm1', content: 'Hello', sentAt: '2026-03-02T10:30:00.000Z' }, prospect: { id: 'p1' } },
		],
		['prospect.qualified', { prospect: { id: 'p1', qualifiedAt: '2026-03-02T10:30:00.000Z' } }],
	])('starts one run for two deliveries of %s', async (event, data) => {
		expect(
			await runs(kakiyo, [kakiyoEvent(data, { event }), kakiyoEvent(data, { event, timestamp: outer(4) })]),
		).toEqual([1, 0]);
	});

	it('starts two runs for two equal messages of a person, for two messages of one second, and for events that differ only in the outer time', async () => {
		const { timestamp: _, ...timeless } = message;
		expect(
			await runs(kakiyo, [kakiyoEvent(message), kakiyoEvent({ ...message, timestamp: '2026-03-02T10:30:05.000Z' })]),
		).toEqual([1, 1]);
		expect(
			await runs(kakiyo, [
				kakiyoEvent({ ...message, message: 'And no' }),
				kakiyoEvent({ ...message, chatId: 'chat_2' }),
			]),
		).toEqual([1, 1]);
		expect(await runs(kakiyo, [kakiyoEvent(timeless), kakiyoEvent(timeless, { timestamp: outer(4) })])).toEqual([1, 1]);
		const ofPerson = { ...timeless, prospect: { createdAt: '2026-01-01T08:00:00.000Z' } };
		expect(await runs(kakiyo, [kakiyoEvent(ofPerson), kakiyoEvent(ofPerson, { timestamp: outer(4) })])).toEqual([1, 1]);
		expect(await runs(kakiyo, [kakiyoEvent(undefined), kakiyoEvent(undefined, { timestamp: outer(4) })])).toEqual([
			1, 1,
		]);
	});

	it('recognises an event after 600 others and a restart', async () => {
		await kakiyo.call(kakiyoEvent(message));
		for (let index = 0; index < 600; index += 1)
			await kakiyo.call(kakiyoEvent({ ...message, chatId: `other ${index}` }));
		const saved = kakiyo.data;
		// Deactivation empties the memory of the process, as a restart does.
		await kakiyo.hook('delete');
		kakiyo.data = saved;
		expect(await runs(kakiyo, [kakiyoEvent(message, { timestamp: outer(60) })])).toEqual([0]);
		expect(String(saved.seen).length).toBeLessThan(10_000);
	}, 60_000);

	it('that was renamed, and so has lost its static data, accepts events again once it is published, each once', async () => {
		await kakiyo.call(kakiyoEvent(message));
		await kakiyo.hook('delete');
		kakiyo.data = {};
		await kakiyo.activate();
		const next = { ...message, chatId: 'chat_2' };
		expect(await runs(kakiyo, [kakiyoEvent(next), kakiyoEvent(next, { timestamp: outer(4) })])).toEqual([1, 0]);
	});

	it('accepts an event that the vendor delivers again', async () => {
		const posted: IncomingCall[] = [];
		const fetched = jest.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
			posted.push({
				body: String(init?.body),
				headers: { 'x-kakiyo-signature': new Headers(init?.headers).get('x-kakiyo-signature') ?? '' },
			});
			return new Response('{}');
		});
		try {
			await kakiyo.control.deliverKakiyoEvent({ event: 'linkedin.message.received', times: 3, retimed: true });
		} finally {
			fetched.mockRestore();
		}
		expect(new Set(posted.map(({ body }) => String(body))).size).toBe(3);
		expect(await runs(kakiyo, posted)).toEqual([1, 0, 0]);
	});
});

describe('the KaiCalls Trigger of an account', () => {
	const seconds = () => Math.floor(kaiCalls.vendorNow / 1_000);

	function kaiCallsEvent(event: string, more: object = {}, signedAt = seconds()): IncomingCall {
		const body = JSON.stringify({ event, timestamp: new Date(signedAt * 1_000).toISOString(), ...more });
		return {
			body,
			headers: {
				'x-kaicalls-timestamp': String(signedAt),
				'x-kaicalls-signature': `sha256=${hmac(kaiCalls.data.secret, `${signedAt}.`, body)}`,
			},
		};
	}

	beforeEach(async () => {
		const workspaceId = byId(kaiCalls.control.kaiCallsState().workspaces[0]?.id ?? '');
		kaiCalls.parameters = {
			mode: 'account',
			events: ['call.started', 'call.completed', 'call.failed', 'lead.captured'],
			workspaceId,
		};
		await kaiCalls.activate();
		logged.mockClear();
	});

	it('starts one run for an event of a call that is delivered again with a new outer time, under any ID, also after 600 others', async () => {
		const first = kaiCallsEvent('call.completed', { call_id: 'c1', event_id: 'e1' });
		expect(
			await runs(kaiCalls, [first, kaiCallsEvent('call.completed', { call_id: 'c1', event_id: 'e1' }, seconds() - 4)]),
		).toEqual([1, 0]);
		for (let index = 0; index < 600; index += 1)
			await kaiCalls.call(kaiCallsEvent('call.completed', { call_id: `other ${index}` }));
		expect(
			await runs(kaiCalls, [kaiCallsEvent('call.completed', { call_id: 'c1', event_id: 'e2', summary: 'more' })]),
		).toEqual([0]);
	}, 60_000);

	it.each([
		['a number', { call_id: 4711 }, { call_id: '4711' }],
		['a number in data', { data: { call_id: 4711 } }, { data: { call_id: 4711, summary: 'more' } }],
		['callId', { callId: 'c1' }, { data: { callId: 'c1' } }],
	])('recognises the call whose ID is %s', async (_, first, again) => {
		const events = [
			kaiCallsEvent('call.completed', first),
			kaiCallsEvent('call.completed', again, seconds() - 4),
			kaiCallsEvent('call.completed', { call_id: 4712 }),
		];
		expect(await runs(kaiCalls, events)).toEqual([1, 0, 1]);
	});

	it('starts a run each for the end of a call and then its start, with their own times', async () => {
		const end = await kaiCalls.call(kaiCallsEvent('call.completed', { call_id: 'c1' }, seconds() - 1));
		const start = await kaiCalls.call(kaiCallsEvent('call.started', { call_id: 'c1' }, seconds() - 60));
		expect([...(itemsOf(end) ?? []), ...(itemsOf(start) ?? [])].map(({ event }) => event)).toEqual([
			'call.completed',
			'call.started',
		]);
	});

	it('distinguishes other events by their ID, or else by their whole content', async () => {
		const lead = { lead: { name: 'Ann Example' }, timestamp: '2026-03-02T10:30:00.000Z' };
		const captured = (more: object, signedAt?: number) => kaiCallsEvent('lead.captured', more, signedAt);
		expect(
			await runs(kaiCalls, [
				captured({ event_id: 'e1' }),
				captured({ event_id: 'e1' }, seconds() - 9),
				captured({ event_id: 'e2' }),
			]),
		).toEqual([1, 0, 1]);
		expect(
			await runs(kaiCalls, [
				captured(lead),
				captured(lead, seconds() - 9),
				captured({ ...lead, timestamp: '2026-03-02T10:31:00.000Z' }),
			]),
		).toEqual([1, 0, 1]);
	});

	it('starts a run for each delivery if the user wants that', async () => {
		kaiCalls.parameters = { ...kaiCalls.parameters, options: { ignoreDuplicates: false } };
		expect(
			await runs(kaiCalls, [
				kaiCallsEvent('call.failed', { call_id: 'c1' }),
				kaiCallsEvent('call.failed', { call_id: 'c1' }),
			]),
		).toEqual([1, 1]);
	});

	it.each([
		[undefined, 240, 200],
		[undefined, 900, 401],
		[1_800, 900, 200],
		[1_800, 2_700, 401],
		['={{ 60 * 60 }}', 2_700, 200],
		[0, 9_000_000, 200],
	])('with a Max Age of %p answers to a signature from %i seconds ago with %i', async (maxAge, ago, status) => {
		kaiCalls.parameters = { ...kaiCalls.parameters, ...(maxAge !== undefined && { options: { maxAge } }) };
		expect((await kaiCalls.call(kaiCallsEvent('call.completed', { call_id: `c${ago}` }, seconds() - ago))).status).toBe(
			status,
		);
		if (status === 401) expect(logged).toHaveBeenCalledWith(expect.stringContaining('Max Age'), expect.anything());
	});

	it.each([-5, 'soon'])('with a Max Age of %p cannot be published', async (maxAge) => {
		kaiCalls.parameters = { ...kaiCalls.parameters, options: { maxAge } };
		await expect(kaiCalls.activate()).rejects.toThrow('Max Age');
	});
});
