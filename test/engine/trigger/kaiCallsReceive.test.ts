import { createHmac } from 'node:crypto';

import { beforeEach, describe, expect, it } from '@jest/globals';

import { KaiCalls } from '../../../nodes/KaiCalls/KaiCalls.node';
import { byId } from '../bench';
import { runNode } from '../engine';
import { asItem } from '../../../nodes/shared/values/rows';
import { zonedTimes } from '../../../nodes/shared/values/zonedTimes';
import { itemsOf, outcomeOf, useKaiCallsStage } from './kaiCallsStage';
import { SPELLINGS, UNREADABLE } from './spellings';
import type { IncomingCall } from './stage';

const stage = useKaiCallsStage({ mode: 'perCall', callEvents: ['call.completed', 'call.failed'] });

const NOON = '2026-03-02T12:00:00Z';
const NOON_IN_NEW_YORK = '2026-03-02T07:00:00.000-05:00';

const IGNORED = { status: 200, runs: 0 };
const STARTED = { status: 200, runs: 1 };
const REFUSED = { status: 401, runs: 0 };

let agent = '';
let otherAgent = '';

beforeEach(() => {
	const { agents } = stage.control.kaiCallsState();
	agent = agents[0]?.id ?? '';
	otherAgent = agents[2]?.id ?? '';
	// Longer than any test, in scaled time.
	stage.control.configureKaiCalls({ endsAfterSeconds: 86_400, rateLimits: false });
});

async function placeCall(agentId = agent): Promise<string> {
	return String((await stage.atVendor('POST', '/calls', { agent_id: agentId, to: '+12025550155' })).id);
}

async function endedCall(status: 'completed' | 'failed' = 'completed', agentId = agent): Promise<string> {
	const callId = await placeCall(agentId);
	await stage.control.completeCall({ callId, status });
	return callId;
}

const callback = (callId: unknown, change: object = {}): IncomingCall => ({
	body: JSON.stringify({ event: 'call.completed', call_id: callId, status: 'completed', summary: 'forged', ...change }),
});

const outcome = async (call: IncomingCall) => outcomeOf(await stage.call(call));

const reads = () => stage.requests().filter((request) => request.startsWith('GET /calls')).length;

describe('a callback that is read back', () => {
	it('starts a run with the call as the API has it, its times in the time zone of the workflow', async () => {
		const callId = await endedCall();
		const answer = await stage.call(callback(callId, { recording_url: 'http://forged', extra: true }));
		const [item] = itemsOf(answer) ?? [];
		const record = await stage.atVendor('GET', `/calls?id=${callId}`);
		expect(item).toEqual({
			event: 'call.completed',
			...zonedTimes(asItem(record), 'America/New_York'),
			outcome: 'talked',
			reason: null,
		});
		expect(item?.created_at).toEqual(expect.stringMatching(/-0[45]:00$/));
		expect(answer.status).toBe(200);
	});

	it.each(SPELLINGS)('is read in any form: %s', async (_how, spelled, contentType) => {
		const { body } = callback(await endedCall());
		expect(await outcome({ body: spelled(String(body)), contentType })).toEqual(STARTED);
	});

	it('starts one run for an ended call, by either of its two events', async () => {
		const callId = await endedCall('failed');
		expect(await outcome(callback(callId))).toEqual(STARTED);
		expect(await outcome(callback(callId, { event: 'call.failed' }))).toEqual(IGNORED);
	});

	it('starts no run that the API does not confirm', async () => {
		expect(await outcome(callback(crypto.randomUUID()))).toEqual(IGNORED);
		// It is followed for ten minutes, in scaled time.
		expect(await outcome(callback(await placeCall()))).toEqual(IGNORED);
	});

	it('waits for an API that lags behind its own callback', async () => {
		const callId = await placeCall();
		const answer = stage.call(callback(callId));
		while (reads() < 2) await new Promise(setImmediate);
		await stage.control.completeCall({ callId });
		expect(outcomeOf(await answer)).toEqual(STARTED);
	});

	it('reads nothing for a body that is not a report', async () => {
		const callId = await endedCall();
		for (const wrong of [undefined, null, true, '', ' ', [callId], { id: callId }, '../x', 'a'.repeat(200)]) {
			expect(await outcome(callback(wrong))).toEqual(IGNORED);
		}
		for (const event of ['call.started', 'webhook.test', '*', undefined, null, ['call.completed']]) {
			expect(await outcome(callback(callId, { event }))).toEqual(IGNORED);
		}
		for (const body of ['no JSON', '[]', 'null', '']) expect(await outcome({ body })).toEqual(IGNORED);
		expect(await outcome({ ...callback(callId), isGone: true })).toEqual(IGNORED);
		expect(reads()).toBe(0);
	});

	it('starts no run that is not selected', async () => {
		stage.parameters = { mode: 'perCall', callEvents: ['call.failed'], agents: [agent] };
		expect(await outcome(callback(await endedCall()))).toEqual(IGNORED);
		expect(await outcome(callback(await endedCall(), { event: 'call.failed' }))).toEqual(IGNORED);
		expect(await outcome(callback(await endedCall('failed', otherAgent), { event: 'call.failed' }))).toEqual(IGNORED);
		expect(await outcome(callback(await endedCall('failed'), { event: 'call.failed', agent_id: otherAgent }))).toEqual(
			STARTED,
		);
	});

	it('starts only one run for any number of deliveries', async () => {
		const callId = await endedCall();
		const answers = await Promise.all(Array.from({ length: 20 }, async () => await outcome(callback(callId))));
		expect(answers.filter(({ runs }) => runs === 1)).toHaveLength(1);
		expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
		expect(reads()).toBeLessThanOrEqual(3);
	});

	it('that has started its run is recognised afterwards, in this process and after a restart, without a read', async () => {
		const callId = await endedCall();
		expect(await outcome(callback(callId))).toEqual(STARTED);
		const before = reads();
		const saved = stage.data;
		expect(await outcome(callback(callId, { type: 'again' }))).toEqual(IGNORED);
		// Deactivation empties the memory of the process, as a restart does.
		await stage.hook('delete');
		stage.data = saved;
		expect(await outcome(callback(callId))).toEqual(IGNORED);
		expect(reads()).toBe(before);
	});

	it.each([
		['a call that the API does not know five times for each report', async () => crypto.randomUUID(), 50],
		['a call that is not selected once', async () => await endedCall('completed', otherAgent), 1],
	])('reads %s', async (_, make, looks) => {
		stage.parameters = { ...stage.parameters, agents: [agent] };
		const callId = await make();
		for (let index = 0; index < 10; index += 1) expect(await outcome(callback(callId))).toEqual(IGNORED);
		expect(reads()).toBe(looks);
	});

	it('does not lose a callback that comes while the API is down', async () => {
		const callId = await endedCall();
		stage.control.fail({ vendor: 'kaicalls', method: 'GET', path: '/calls', kind: 'status', status: 503, times: 1 });
		expect(await outcome(callback(callId))).toEqual(STARTED);

		const second = await endedCall();
		stage.control.fail({ vendor: 'kaicalls', method: 'GET', path: '/calls', kind: 'resetBeforeHandler', times: 3 });
		expect(await outcome(callback(second))).toEqual(STARTED);
	});

	it('is answered, and not dropped, when a big job on the same key has used up the limit', async () => {
		const callIds = [await endedCall(), await endedCall()];
		stage.control.fail({
			vendor: 'kaicalls',
			method: 'GET',
			path: '/calls',
			kind: 'status',
			status: 429,
			headers: { 'retry-after': '50' },
		});
		const read = async (count: number, options: { maxRetries?: number }) =>
			await runNode({
				type: new KaiCalls(),
				credential: stage.account,
				parameters: { resource: 'call', operation: 'get', callId: byId(callIds[0] ?? ''), options },
				items: Array.from({ length: count }, () => ({})),
			});
		expect((await read(1, { maxRetries: 0 })).error?.message).toContain('request limit');
		const job = read(25, {});
		const answers = await Promise.all(callIds.map(async (callId) => await outcome(callback(callId))));
		expect(answers).toEqual(callIds.map(() => STARTED));
		expect((await job).items).toHaveLength(25);
	});

	it('starts no run while the key does not work, and its run when it comes again', async () => {
		const callId = await endedCall();
		stage.credential = { apiKey: 'kc_live_wrong' };
		const { status, runs } = await outcome(callback(callId));
		expect(runs).toBe(0);
		// A machine that is slow in scaled time has answered before it knew.
		expect([200, 503]).toContain(status);
		stage.credential = {};
		expect(await outcome(callback(callId))).toEqual(STARTED);
	});
});

describe('a callback that is accepted unverified', () => {
	beforeEach(() => {
		stage.parameters = {
			mode: 'perCall',
			verification: 'none',
			callEvents: ['call.completed'],
			options: { otherEvents: 'call.ended' },
		};
	});

	it('starts a run with its body, once for each call and event', async () => {
		const body = { event: 'call.completed', call_id: 'x', anything: [1] };
		expect(itemsOf(await stage.call({ body: JSON.stringify({ ...body, timestamp: NOON }) }))).toEqual([
			{ ...body, timestamp: NOON_IN_NEW_YORK },
		]);
		expect(await outcome({ body: JSON.stringify(body) })).toEqual(IGNORED);
		expect(await outcome({ body: JSON.stringify({ ...body, event: 'call.ended' }) })).toEqual(STARTED);
		expect(await outcome({ body: JSON.stringify({ ...body, event: 'call.failed' }) })).toEqual(IGNORED);
		expect(await outcome({ body: '{"event":"call.ended"}' })).toEqual(STARTED);
		expect(await outcome({ body: '{"event":"call.ended"}' })).toEqual(IGNORED);
		expect(stage.requests()).toEqual([]);
	});

	it.each([undefined, 'readBack', 'Check With KaiCalls First (Safe)', ''])(
		'starts a run only if that is chosen, not with %p',
		async (verification) => {
			stage.parameters = {
				mode: 'perCall',
				callEvents: ['call.completed'],
				...(verification !== undefined && { verification }),
			};
			expect(await outcome(callback(crypto.randomUUID()))).toEqual(IGNORED);
			expect(reads()).toBeGreaterThan(0);
		},
	);
});

describe('an event of the account webhook', () => {
	const seconds = () => Math.floor(stage.vendorNow / 1000);

	const event = (change: object = {}) =>
		JSON.stringify({ event: 'call.completed', agent_id: agent, id: crypto.randomUUID(), ...change });

	const sign = (
		body: string | Buffer,
		time: number | string = seconds(),
		secret = String(stage.data.secret),
	): IncomingCall => ({
		body,
		headers: {
			'x-kaicalls-timestamp': String(time),
			'x-kaicalls-signature': `sha256=${createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex')}`,
		},
	});

	beforeEach(async () => {
		const workspaceId = byId(stage.control.kaiCallsState().workspaces[0]?.id ?? '');
		stage.parameters = { mode: 'account', events: ['call.completed'], workspaceId, agents: [agent] };
		await stage.activate();
	});

	it('that is signed in time starts a run with its body, the times in the time zone of the workflow', async () => {
		const body = event({ transcript: 'Grüße – 你好 🙂' });
		expect(itemsOf(await stage.call(sign(body)))).toEqual([JSON.parse(body)]);
		const timed = event({ timestamp: NOON, data: { lead: { created_at: NOON } } });
		expect(itemsOf(await stage.call(sign(timed)))).toEqual([
			{ ...JSON.parse(timed), timestamp: NOON_IN_NEW_YORK, data: { lead: { created_at: NOON_IN_NEW_YORK } } },
		]);
		// In scaled time a busy machine may be some scaled minutes late.
		for (const offset of [-10, 240]) expect(await outcome(sign(event(), seconds() + offset))).toEqual(STARTED);
	});

	it('names itself in one of three members', async () => {
		for (const name of ['type', 'event_type']) {
			expect(await outcome(sign(event({ event: undefined, [name]: 'call.completed' })))).toEqual(STARTED);
		}
		expect(await outcome(sign(event({ event: 'call.ended', type: 'call.completed' })))).toEqual(IGNORED);
	});

	it('matches the selected one in any spelling, and is the same in any spelling', async () => {
		const call_id = crypto.randomUUID();
		expect(await outcome(sign(event({ event: 'CALL_COMPLETED', call_id })))).toEqual(STARTED);
		expect(await outcome(sign(event({ event: 'call-completed', call_id })))).toEqual(IGNORED);
	});

	it('that is signed at another time is refused', async () => {
		for (const offset of [-900, 900]) expect(await outcome(sign(event(), seconds() + offset))).toEqual(REFUSED);
		for (const time of ['', 'now', `${seconds()}.0`, seconds() * 1000, `-${seconds()}`]) {
			expect(await outcome(sign(event(), time))).toEqual(REFUSED);
		}
	});

	it('that is not signed, or by somebody else, or over other bytes, is refused', async () => {
		const body = event();
		const { headers = {} } = sign(body);
		const { 'x-kaicalls-timestamp': time, 'x-kaicalls-signature': signature } = headers;
		expect(await outcome({ body })).toEqual(REFUSED);
		expect(await outcome({ body, headers: { 'x-kaicalls-timestamp': time ?? '' } })).toEqual(REFUSED);
		expect(await outcome({ body, headers: { 'x-kaicalls-signature': signature ?? '' } })).toEqual(REFUSED);
		expect(await outcome(sign(body, seconds(), 'guess'))).toEqual(REFUSED);
		expect(await outcome({ body: `${body} `, headers })).toEqual(REFUSED);
		expect(await outcome({ body, headers, isGone: true })).toEqual(REFUSED);
	});

	it('is refused when the secret is lost', async () => {
		const call = sign(event());
		await stage.hook('delete');
		stage.data = {};
		expect(await outcome(call)).toEqual(REFUSED);
		expect(await outcome(sign(event(), seconds(), ''))).toEqual(REFUSED);
	});

	it('that is signed but not selected gets 200 and starts no run', async () => {
		expect(await outcome(sign(event({ event: 'call.failed' })))).toEqual(IGNORED);
		expect(await outcome(sign(event({ event: 'webhook.test' })))).toEqual(IGNORED);
		expect(await outcome(sign(event({ agent_id: otherAgent })))).toEqual(IGNORED);
		expect(await outcome(sign(event({ agent_id: undefined })))).toEqual(IGNORED);
		expect(await outcome(sign('{}'))).toEqual(IGNORED);
	});

	it.each(SPELLINGS)('is read in any form: %s', async (_how, spelled, contentType) => {
		expect(await outcome({ ...sign(spelled(event())), contentType })).toEqual(STARTED);
	});

	it.each(UNREADABLE)('that cannot be read, %p, does not count as received', async (body) => {
		expect(await outcome(sign(body))).toEqual({ status: 400, runs: 0 });
	});

	it('starts a run for the test event when that is selected', async () => {
		stage.parameters = { ...stage.parameters, options: { otherEvents: 'webhook.test' }, agents: [] };
		expect(await outcome(sign(event({ event: 'webhook.test' })))).toEqual(STARTED);
	});

	it('starts a run for the test event while n8n listens in the editor, so that a trigger can be tried', async () => {
		const test = sign(event({ event: 'webhook.test', agent_id: undefined }));
		expect(await outcome({ ...test, isTest: true })).toEqual(STARTED);
		expect(
			await outcome({ ...sign(event({ event: 'webhook.test' }), seconds(), 'another secret'), isTest: true }),
		).toEqual(REFUSED);
	});

	it('starts one run for repeated deliveries, with the same or a new signature', async () => {
		const body = event();
		const answers = await Promise.all(Array.from({ length: 20 }, async () => await outcome(sign(body))));
		expect(answers.filter(({ runs }) => runs === 1)).toHaveLength(1);
		expect(await outcome(sign(body, seconds() - 60))).toEqual(IGNORED);
	});
});
