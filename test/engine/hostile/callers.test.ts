import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { runNode } from '../engine';
import { KaiCalls } from '../../../nodes/KaiCalls/KaiCalls.node';
import { byId } from '../kakiyo';
import { Stand } from '../stand';
import { drip } from './server';
import { itemsOf, outcomeOf, useKaiCallsStage } from '../trigger/kaiCallsStage';
import { useKayseStage } from '../trigger/kayseStage';
import { useKakiyoStage } from '../trigger/kakiyoStage';
import type { Answer, IncomingCall, TriggerStage } from '../trigger/stage';
import { everyOne } from '../../support/everyOne';
import { until } from '../../support/eventually';

const MEGABYTE = 1024 * 1024;
const times = <T>(count: number, make: (index: number) => T): T[] =>
	Array.from({ length: count }, (_, index) => make(index));
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const padding = (bytes: number): string => `"padding":"${'x'.repeat(bytes)}"`;

const kakiyo = useKakiyoStage();
const kaiCallsAccount = useKaiCallsStage({ mode: 'account', events: ['call.completed'], workspaceId: '' });
const unverified = useKaiCallsStage({ mode: 'perCall', verification: 'none', callEvents: ['call.completed'] });
const readBack = useKaiCallsStage({ mode: 'perCall', callEvents: ['call.completed', 'call.failed'] });
const kayse = useKayseStage();

const SECRET = 's'.repeat(32);
const hmac = (payload: string) => createHmac('sha256', SECRET).update(payload).digest('hex');

interface Mode {
	stage: TriggerStage;
	/** A delivery as the vendor makes it, with more members in it, as JSON writes them. */
	delivery: (more: string) => IncomingCall;
}

const MODES: Array<[string, Mode]> = [
	[
		'Kakiyo Trigger',
		{
			stage: kakiyo,
			delivery(more) {
				const body = `{"event":"linkedin.message.received","timestamp":"${new Date(kakiyo.vendorNow).toISOString()}","data":{${more}}}`;
				return { body, headers: { 'x-kakiyo-signature': hmac(body) } };
			},
		},
	],
	[
		'KaiCalls Trigger, events of the account',
		{
			stage: kaiCallsAccount,
			delivery(more) {
				const body = `{"event":"call.completed",${more}}`;
				const timestamp = String(Math.floor(kaiCallsAccount.vendorNow / 1_000));
				return {
					body,
					headers: { 'x-kaicalls-signature': hmac(`${timestamp}.${body}`), 'x-kaicalls-timestamp': timestamp },
				};
			},
		},
	],
	[
		'KaiCalls Trigger, unverified',
		{ stage: unverified, delivery: (more) => ({ body: `{"event":"call.completed",${more}}` }) },
	],
	[
		'KaiCalls Trigger, read back',
		{ stage: readBack, delivery: (more) => ({ body: `{"event":"call.completed","call_id":"made-up",${more}}` }) },
	],
	[
		'Kayse Trigger',
		{
			stage: kayse,
			delivery: (more) => ({
				body: `{"event":"call_ended",${more}}`,
				headers: { 'x-public-api-key': kayse.vendor.apiKey },
			}),
		},
	],
];

describe.each(MODES)('a caller of the %s', (name, { stage, delivery }) => {
	beforeEach(() => {
		stage.data = { secret: SECRET };
	});

	it('gets an answer at once for 12 MB, and nothing of it is kept or read', async () => {
		const before = JSON.stringify(stage.data).length;
		for (const index of everyOne(times(5, (n) => n))) {
			expect(outcomeOf(await stage.call(delivery(`"index":${index},${padding(12 * MEGABYTE)}`)))).toEqual({
				status: 413,
				runs: 0,
			});
		}
		expect(JSON.stringify(stage.data).length).toBe(before);
		expect(stage.requests()).toEqual([]);
	});

	it.each([101, 5_000])(
		'gets an error for a body nested %i levels, and nothing of the body is kept',
		async (levels) => {
			const before = JSON.stringify(stage.data).length;
			expect(outcomeOf(await stage.call(delivery(`"deep":${nested(levels)}`)))).toEqual({ status: 400, runs: 0 });
			expect(JSON.stringify(stage.data).length).toBe(before);
			expect(stage.requests()).toEqual([]);
		},
	);

	it.each(['{}', '1', '""'])(
		'gets an error for a million small values, and nothing of the body is read: %s',
		async (value) => {
			const before = JSON.stringify(stage.data).length;
			const { status, runs } = outcomeOf(await stage.call(delivery(`"many":[${`${value},`.repeat(1_000_000)}1]`)));
			expect({ status, runs }).toEqual({
				status: name.includes('KaiCalls Trigger, unverified') || name.includes('read back') ? 413 : 400,
				runs: 0,
			});
			expect(JSON.stringify(stage.data).length).toBe(before);
			expect(stage.requests()).toEqual([]);
		},
	);

	it('gets an error for more than an unverified megabyte, and nothing of the body is read', async () => {
		if (!name.includes('unverified') && !name.includes('read back')) return;
		for (const megabytes of [1, 2, 9])
			expect(outcomeOf(await stage.call(delivery(padding(megabytes * MEGABYTE))))).toEqual({ status: 413, runs: 0 });
		expect(stage.requests()).toEqual([]);
	});

	it('leaves one hash for each of endless events, and 10,000 hashes at most', async () => {
		if (name.includes('read back')) return;
		const call = async (index: number) => await stage.call(delivery(`"index":${index},${padding(900_000)}`));
		for (const index of everyOne(times(20, (n) => n))) expect(outcomeOf(await call(index)).runs).toBe(1);
		expect(JSON.stringify(stage.data).length).toBeLessThan(1_000);
		stage.data = { ...stage.data, seen: 'abcdefgh'.repeat(9_990) + times(10, (n) => `kept000${n}`).join('') };
		for (const index of times(20, (n) => n + 100)) await call(index);
		expect(JSON.stringify(stage.data).length).toBeLessThan(81_000);
	});
});

/** KaiCalls waits 5 s, which a busy machine may need for 360 reports alone; behind all of them in the line it would be minutes. */
const IN_TIME_MS = 15_000;

describe('made-up reports of calls', () => {
	const stage = readBack;
	const GENUINE = 'genuine-call';
	const api = new Stand();
	let madeUpStatus = 404;
	let asked: string[] = [];
	let isDripping = true;
	const dripping: ServerResponse[] = [];

	const send = (response: ServerResponse, status: number, body: unknown) =>
		response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

	function answer(response: ServerResponse & { req: IncomingMessage }): void {
		const { searchParams } = new URL(response.req.url ?? '', 'http://127.0.0.1');
		const id = searchParams.get('id');
		const genuine = { id: GENUINE, status: 'completed', agent_id: 'a', to: '+12025550155' };
		asked.push(id ?? 'list');
		if (isDripping && id?.startsWith('drips')) {
			dripping.push(response);
			drip(response);
		} else if (id === null) send(response, 200, { calls: [genuine], has_more: false });
		else if (id === GENUINE) send(response, 200, genuine);
		else send(response, madeUpStatus, { error: 'no such call' });
	}

	beforeAll(async () => {
		await api.start();
		api.answer = (response) => answer(response as ServerResponse & { req: IncomingMessage });
	});
	beforeEach(() => {
		asked = [];
		stage.credential = { baseUrl: `${api.origin}/v1` };
	});
	afterEach(() => void (api.received.length = 0));
	afterAll(() => {
		isDripping = false;
		for (const response of dripping) response.destroy();
		api.stop();
	});

	const report = (callId: string) => ({ body: JSON.stringify({ event: 'call.completed', call_id: callId }) });

	it.each([
		[150, 404],
		[360, 400],
		[360, 403],
	])(
		'%i that the API answers with status %i use up a tenth of the limit at most; a genuine one starts its run, and other nodes read',
		async (count, status) => {
			madeUpStatus = status;
			// Those of the test before are still looked for.
			const madeUp = `made-up-${count}-${status}-`;
			let answered = 0;
			const start = stage.vendorNow;
			for (const index of times(count, (n) => n))
				void stage.call({ ...report(`${madeUp}${index}`), onAnswer: () => void (answered += 1) });
			const started = Date.now();
			const genuine: Answer = await stage.call(report(GENUINE));
			expect(itemsOf(genuine)).toHaveLength(1);
			expect(outcomeOf(genuine)).toEqual({ status: 200, runs: 1 });
			expect(Date.now() - started).toBeLessThan(IN_TIME_MS);
			const { error, items } = await runNode({
				type: new KaiCalls(),
				credential: stage.account,
				parameters: { resource: 'call', operation: 'get', callId: byId(GENUINE), options: { maxWait: 1 } },
			});
			expect(error).toBeUndefined();
			expect(items[0]?.json).toMatchObject({ id: GENUINE });
			const minutes = Math.ceil((stage.vendorNow - start) / 60_000);
			expect(asked.filter((id) => id.startsWith(madeUp)).length).toBeLessThanOrEqual(33 * minutes);
			expect(answered).toBeGreaterThan(0);
		},
	);

	it.each([
		[3, 5],
		[12, 20],
	])(
		'%i that the API answers in drips do not delay a genuine one: it gets its answer within the 5 s of KaiCalls, and starts its run in %i s',
		async (count, mostSeconds) => {
			for (const index of times(count, (n) => n)) void stage.call(report(`drips-${count}-${index}`));
			await until(() => asked.filter((id) => id.startsWith(`drips-${count}-`)).length >= 3);
			const started = Date.now();
			let answeredAfter = Infinity;
			const genuine = await stage.call({ ...report(GENUINE), onAnswer: () => (answeredAfter = Date.now() - started) });
			expect(itemsOf(genuine)).toHaveLength(1);
			expect(outcomeOf(genuine)).toEqual({ status: 200, runs: 1 });
			expect(answeredAfter).toBeLessThan(5_000);
			expect(Date.now() - started).toBeLessThan(mostSeconds * 1_000);
		},
	);
});

describe('a vendor that registers a webhook in a useless way', () => {
	const registering = (body: object) =>
		kaiCallsAccount.control.fail({
			vendor: 'kaicalls',
			method: 'POST',
			path: '/webhooks',
			kind: 'status',
			status: 200,
			body,
			times: 1,
		});

	it.each<[string, object]>([
		['without a secret', { webhook: { id: 'w1' } }],
		['with an empty secret', { webhook: { id: 'w1' }, webhook_secret: '' }],
		['with a secret of one character', { webhook: { id: 'w1' }, webhook_secret: 'x' }],
		['with a secret of 15 characters', { webhook: { id: 'w1' }, webhook_secret: 'x'.repeat(15) }],
		['with a secret that is no text', { webhook: { id: 'w1' }, webhook_secret: { a: 1 } }],
		['with a list as ID', { webhook: { id: ['w1'] }, webhook_secret: SECRET }],
		['with an object as ID', { webhook: { id: { a: 1 } }, webhook_secret: SECRET }],
		['without an ID', { webhook: {}, webhook_secret: SECRET }],
		['with an empty ID', { webhook: { id: '' }, webhook_secret: SECRET }],
		['with NaN as ID', { webhook: { id: null }, webhook_secret: SECRET }],
	])('%s: it is not published, and nothing is left at KaiCalls', async (_what, body) => {
		registering(body);
		await expect(kaiCallsAccount.activate()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringMatching(/registered the webhook, but .*removed/),
		});
		expect(kaiCallsAccount.data.webhookId).toBeUndefined();
		expect(kaiCallsAccount.data.secret).toBeUndefined();
		expect(kaiCallsAccount.registered.filter(({ url }) => url.includes('/webhook'))).toEqual([]);
		const looked = kaiCallsAccount.requests().filter((request) => /^(?:DELETE|GET) /.test(request)).length;
		expect(looked).toBeGreaterThan(1);
	});

	it.each<[string, object]>([
		['an object', { id: { a: 1 } }],
		['nothing', {}],
	])('with %s as ID: it is not published (Kakiyo)', async (_what, body) => {
		kakiyo.control.fail({ method: 'POST', path: '/webhooks', kind: 'status', status: 201, body, times: 1 });
		await expect(kakiyo.activate()).rejects.toThrow(/gave it no ID/);
		expect(kakiyo.registered).toEqual([]);
	});
});
