import { describe, expect, it } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { drip, useHostileServer } from './server';
import { until } from '../../support/eventually';

const bench = useKaiCallsBench();
const server = useHostileServer();

const TIMEOUT_MS = 300;

/** Far above what a loaded machine needs, far below the five minutes of n8n's own time-out. */
const ABOUT_THEN_MS = 10_000;

const hasty = { requestOptions: { timeout: TIMEOUT_MS }, options: { maxRetries: 0 } };
const get = { resource: 'call', operation: 'get', callId: byId('call_1'), ...hasty };
const list = { resource: 'call', operation: 'getAll', returnAll: true, ...hasty };
const create = { resource: 'call', operation: 'create', agentId: byId('agent_1'), to: '+14155550100', ...hasty };

/** What a node says that has a time-out, and how long it took, in ms. */
async function timed(parameters: Parameters<typeof bench.run>[0]) {
	const since = Date.now();
	const result = await bench.run(parameters, { baseUrl: server.baseUrl });
	return { ...result, took: Date.now() - since };
}

describe('an answer that does not end', () => {
	it.each([
		['a body in drips', (response: Parameters<typeof drip>[0]) => drip(response)],
		[
			'status 101',
			(response: Parameters<typeof drip>[0]) => {
				response.socket?.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
			},
		],
		[
			'a head in drips',
			(response: Parameters<typeof drip>[0]) => {
				response.socket?.write('HTTP/1.1 200 OK\r\n');
				const timer = setInterval(() => response.socket?.write('X-A: b\r\n'), 50);
				response.on('close', () => clearInterval(timer));
			},
		],
		['nothing at all', () => {}],
	])('ends at the time-out of the node: %s', async (_, answer) => {
		server.answer = (__, response) => answer(response);
		for (const reading of [get, list]) {
			const { error, took } = await timed(reading);
			expect(error?.message).toBe('KaiCalls could not be reached: no answer in time (one try)');
			expect(took).toBeLessThan(ABOUT_THEN_MS);
		}
		const { error } = await timed(create);
		expect(error?.message).toBe(
			'The outcome is unknown: the request went out to KaiCalls, but no clear answer came back (no answer in time)',
		);
	});

	it('makes room for other requests at the time-out, and is not read any longer', async () => {
		let open = 0;
		server.answer = (request, response) => {
			if (!request.url?.includes('slow')) return response.end(JSON.stringify({ id: 'quick' }));
			open += 1;
			response.on('close', () => (open -= 1));
			drip(response);
		};
		const slow = bench.run(
			{ ...get, callId: '={{ $json.id }}' },
			{
				baseUrl: server.baseUrl,
				items: Array.from({ length: 5 }, (_, n) => ({ id: `slow_${n}` })),
				settings: { onError: 'continueRegularOutput' },
			},
		);
		await until(() => open === 5);
		const { items } = await bench.run({ ...get, callId: byId('quick') }, { baseUrl: server.baseUrl });
		expect(items[0]?.json).toMatchObject({ id: 'quick' });
		await slow;
		await until(() => open === 0);
	});

	it('is a refusal if its status says so, though its words never end', async () => {
		server.answer = (_, response) => drip(response, 402);
		const { error } = await timed(create);
		expect(error?.message).not.toContain('unknown');
		expect(error?.httpCode).toBe('402');
	});

	it('ends at Stop', async () => {
		server.answer = (_, response) => drip(response);
		const since = Date.now();
		const { items } = await bench.run(
			{ ...get, requestOptions: {} },
			{ baseUrl: server.baseUrl, onStart: (stop) => void until(() => server.received.length > 0).then(stop) },
		);
		expect(items).toEqual([]);
		expect(Date.now() - since).toBeLessThan(ABOUT_THEN_MS);
	});

	it('of a recording ends at the time-out, in drips or without a head', async () => {
		for (const answerFile of [(response: ServerResponse) => drip(response, 200, 'audio/mpeg', '\0'), () => {}]) {
			server.answer = (request, response) =>
				request.url?.endsWith('.mp3')
					? answerFile(response)
					: response.end(JSON.stringify({ id: 'call_1', recording_url: `${server.baseUrl}/a.mp3` }));
			const { error, took } = await timed({ ...get, operation: 'getRecording', binaryPropertyName: 'data' });
			expect(error?.message).toBe('The recording did not arrive completely within 0.3 s');
			expect(error?.description).toContain('Timeout');
			expect(took).toBeLessThan(ABOUT_THEN_MS);
		}
	});
});

const MB = 1024 * 1024;

/** Blanks, so that a megabyte takes a kilobyte on the wire. */
const packed = (mb: number, text: string) => gzipSync(Buffer.concat([Buffer.alloc(mb * MB, ' '), Buffer.from(text)]));

describe('an answer that is too large', () => {
	const sendPacked = (mb: number, text: string, status = 200) => {
		const body = packed(mb, text);
		server.answer = (_, response) =>
			response.writeHead(status, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(body);
		return body.length;
	};

	it('is cut off at a limit that the message names: 400 MB in 400 kB on the wire', async () => {
		expect(sendPacked(400, '[]')).toBeLessThan(500_000);
		for (const [parameters, limit] of [
			[get, 10],
			[list, 50],
		] as const) {
			const before = process.memoryUsage().rss;
			const { error } = await bench.run({ ...parameters, requestOptions: {} }, { baseUrl: server.baseUrl });
			expect(error?.message).toBe(`The answer of KaiCalls was not read: it is larger than ${limit} MB`);
			expect(error?.description).toContain('"Max Answer Size (MB)"');
			expect(process.memoryUsage().rss - before).toBeLessThan(150 * MB);
		}
		expect(server.received).toHaveLength(2);
	});

	it('is read if the user allows that size', async () => {
		sendPacked(12, '{"id":"call_1"}');
		expect((await bench.run({ ...get, requestOptions: {} }, { baseUrl: server.baseUrl })).error?.message).toContain(
			'larger than 10 MB',
		);
		const { items, error } = await bench.run(
			{ ...get, requestOptions: {}, options: { maxAnswer: 20 } },
			{ baseUrl: server.baseUrl },
		);
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ id: 'call_1' });
	});

	it('to a call leaves it unknown whether it was placed, and no second one rings', async () => {
		sendPacked(12, '{"call_id":"call_1"}');
		const { error } = await bench.run({ ...create, requestOptions: {} }, { baseUrl: server.baseUrl });
		expect(error?.message).toContain('The outcome is unknown');
		expect(error?.message).toContain('the answer is larger than 10 MB');
		expect(server.received).toHaveLength(1);
	});

	it('to a refusal leaves it a refusal', async () => {
		sendPacked(12, '{"error":"no"}', 400);
		const { error } = await bench.run({ ...create, requestOptions: {} }, { baseUrl: server.baseUrl });
		expect(error?.message).toContain('did not accept the request (status 400)');
	});

	it('is refused when it is nested deeper than n8n can store', async () => {
		const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
		for (const levels of [600, 100_000]) {
			server.says(200, nested(levels));
			const { error } = await bench.run(get, { baseUrl: server.baseUrl });
			expect(error?.message).toBe(
				'The answer of KaiCalls was not read: it is nested more than 500 levels deep, too deep for n8n to store',
			);
			server.says(400, nested(levels));
			expect((await bench.run(get, { baseUrl: server.baseUrl })).error?.message).toContain('status 400');
		}
		server.says(200, nested(300));
		expect((await bench.run(get, { baseUrl: server.baseUrl })).error).toBeUndefined();
	});

	it('of 200,000 rows in one page comes out whole', async () => {
		const rows = Array.from({ length: 200_000 }, (_, n) => ({
			id: `call_${n}`,
			created_at: new Date(Date.UTC(2026, 0, 1) - n * 1_000).toISOString(),
		}));
		server.answer = ({ url = '' }, response) =>
			response.end(JSON.stringify({ calls: url.includes('before') || server.received.length > 1 ? [] : rows }));
		const { items, error } = await bench.run({ ...list, requestOptions: {} }, { baseUrl: server.baseUrl });
		expect(error?.message).toBeUndefined();
		expect(items).toHaveLength(200_000);
		expect(items.at(-1)?.json).toMatchObject({ id: 'call_199999' });
	});

	it('of 200,000 rows without times is refused in words', async () => {
		server.says(200, JSON.stringify({ calls: Array.from({ length: 200_000 }, (_, n) => ({ id: `call_${n}` })) }));
		const { items, error } = await bench.run({ ...list, requestOptions: {} }, { baseUrl: server.baseUrl });
		expect(items).toEqual([]);
		expect(error?.message).toContain('more than 200000 rows');
	});
});
