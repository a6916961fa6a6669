import { describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import type { INodeListSearchResult } from 'n8n-workflow';

import { byId, onBench } from '../bench';
import { editor } from '../editor';
import { useKaiCallsBench } from '../kaicalls';
import { NODES } from './everyNode';
import { useHostileServer } from './server';
import { everyOne } from '../../support/everyOne';

const server = useHostileServer();
const kaiCalls = useKaiCallsBench();

const create = { resource: 'call', operation: 'create', agentId: byId('agent_1'), to: '+14155550100' };
const hasty = { options: { maxRetries: 0 } };

const ALLOWED = 1_000_000;

/** Some kilobytes on the wire, so that it is cheap to send. */
function packed(json: string, status = 200): void {
	const body = gzipSync(json);
	server.answer = (request, response) =>
		request
			.resume()
			.on('end', () =>
				response.writeHead(status, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(body),
			);
}

const listOf = (value: string, count: number): string => `[${`${value},`.repeat(count - 1)}${value}]`;

/** Small values of each kind, which n8n would be held up by for many seconds. */
const UNITS = ['{}', '[]', '1', '""', 'null', '[{}]', '{"a":1}', '"\\"["'];

describe('an answer of more small values than n8n can take', () => {
	it.each(UNITS)('of a placed call leaves the call unknown, and Retry does not ring again: %s', async (unit) => {
		packed(`{"call_id":"call_1","a":${listOf(unit, ALLOWED)}}`);
		const parameters = { ...create, options: { maxRetries: 0, maxAnswer: 60 } };
		const first = await kaiCalls.run(parameters, { baseUrl: server.baseUrl });
		expect(first.error?.message).toContain('The outcome is unknown');
		expect(first.error?.message).toContain('has more than 1,000,000 values');
		server.says(200, '{"call_id":"call_2"}');
		await kaiCalls.retry(parameters, first, { baseUrl: server.baseUrl });
		expect(server.received.filter(({ method }) => method === 'POST')).toHaveLength(1);
	});

	it('of 17 million empty lists counts as sent', async () => {
		packed(`{"call_id":"call_1","a":${listOf('[]', 17_000_000)}}`);
		const { error } = await kaiCalls.run(
			{ ...create, options: { maxRetries: 0, maxAnswer: 60 } },
			{ baseUrl: server.baseUrl },
		);
		expect(error?.message).toContain('The outcome is unknown');
	});

	it('to a refusal leaves it a refusal', async () => {
		packed(`{"error":"no","a":${listOf('1', ALLOWED)}}`, 400);
		expect((await kaiCalls.run({ ...create, ...hasty }, { baseUrl: server.baseUrl })).error?.message).toContain(
			'did not accept the request (status 400)',
		);
	});
});

describe.each(NODES)('$name', ({ node, bench: benchOf, reading }) => {
	const bench = onBench(benchOf());

	it.each(['{}', '1'])(
		'does not read an answer of more small values than n8n can take: workflow, dropdown (%s)',
		async (unit) => {
			packed(`{"id":"a","data":${listOf(unit, ALLOWED)}}`);
			const { error, items } = await bench.run({ ...reading, ...hasty }, { baseUrl: server.baseUrl });
			expect(items).toEqual([]);
			expect(error?.message).toMatch(
				/^The answer of \w+ was not read: it has more than 1,000,000 values, too many for n8n$/,
			);
			const searches = Object.values(node.methods.listSearch)
				.slice(0, 1)
				.map(
					async (search): Promise<INodeListSearchResult> =>
						await search.call(editor(node, bench.credential({ baseUrl: server.baseUrl }))),
				);
			for (const searched of everyOne(await Promise.allSettled(searches)))
				expect(searched).toMatchObject({
					status: 'rejected',
					reason: { message: expect.stringContaining('1,000,000 values') },
				});
		},
	);
});

describe('an answer with a list in a record', () => {
	it('is read if n8n can store it', async () => {
		const count = ALLOWED - 10;
		packed(`{"id":"call_1","a":${listOf('1', count)}}`);
		const { items, error } = await kaiCalls.run(
			{ resource: 'call', operation: 'get', callId: byId('call_1'), simplify: false, ...hasty },
			{ baseUrl: server.baseUrl },
		);
		expect(error?.message).toBeUndefined();
		expect(items[0]?.json.a).toHaveLength(count);
	});
});
