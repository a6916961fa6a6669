import { gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { useKairoBench } from '../kairo';
import { useKakiyoBench } from '../kakiyo';
import { useKayseBench } from '../kayse';
import { Stand } from '../stand';
import { everyOne } from '../../support/everyOne';

const kaiCalls = useKaiCallsBench();
const kairo = useKairoBench();
const kakiyo = useKakiyoBench();
const kayse = useKayseBench();

type AnyBench = typeof kaiCalls | typeof kairo | typeof kakiyo | typeof kayse;

const stand = new Stand();
beforeAll(async () => await stand.start());
beforeEach(() => void stand.received.splice(0));
afterAll(() => stand.stop());

const one = (bench: AnyBench, parameters: INodeParameters) => ({ bench, parameters });

/** Of each vendor. */
const DELETIONS = {
	Kakiyo: () => one(kakiyo, { resource: 'agent', operation: 'delete', agentIdToDelete: byId('={{ $json.k }}') }),
	KaiCalls: () =>
		one(kaiCalls, { resource: 'webhook', operation: 'delete', webhookIdToDelete: byId('={{ $json.k }}') }),
	Kayse: () => one(kayse, { resource: 'client', operation: 'delete', clientIdToDelete: '={{ $json.n }}' }),
	KAIRO: () => one(kairo, { resource: 'agent', operation: 'delete', agentIdToDelete: byId('={{ $json.k }}') }),
};

const READINGS = {
	Kakiyo: () => one(kakiyo, { resource: 'agent', operation: 'get', agentId: byId('z') }),
	KaiCalls: () => one(kaiCalls, { resource: 'call', operation: 'get', callId: byId('z'), simplify: false }),
	Kayse: () => one(kayse, { resource: 'client', operation: 'get', clientId: 1, simplify: false }),
	KAIRO: () => one(kairo, { resource: 'agent', operation: 'get', agentId: byId('z') }),
};

const json = { 'content-type': 'application/json' };

describe('an answer', () => {
	it.each(Object.entries(DELETIONS))(
		'from deletions that are answered with 204 is one item for each input (%s)',
		async (_, of) => {
			const { bench, parameters } = of();
			stand.answer = (response) => response.writeHead(204).end();
			const { items } = await bench.run(parameters, {
				items: [
					{ k: 'k0', n: 1 },
					{ k: 'k1', n: 2 },
				],
				baseUrl: stand.origin,
			});
			expect(items.map(({ json: row, pairedItem }) => [row, pairedItem])).toEqual(
				[0, 1].map((item) => [expect.objectContaining({ deleted: true }), { item }]),
			);
		},
	);

	const body = JSON.stringify({ id: 'z' });
	const ANSWERS: Array<[string, (response: ServerResponse) => void]> = [
		['gzip', (response) => response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(body))],
		['a byte order mark', (response) => response.writeHead(200, json).end(`\ufeff${body}`)],
		['the type text/plain', (response) => response.writeHead(200, { 'content-type': 'text/plain' }).end(body)],
	];
	it.each(ANSWERS)('with %s is read by all nodes', async (_, answer) => {
		stand.answer = answer;
		for (const of of everyOne(Object.values(READINGS))) {
			const { bench, parameters } = of();
			const { items } = await bench.run(parameters, { baseUrl: stand.origin });
			expect(items.map(({ json: row }) => row.id)).toEqual(['z']);
		}
	});

	it('with the error output keeps its place among the input on both branches', async () => {
		const rows = ['lead', 'gone', 'lead', 'gone', 'lead'].map((kind, place): IDataObject => ({
			id: kind === 'gone' ? 'gone' : (kaiCalls.state.leads[place]?.id ?? ''),
			k: `k${place}`,
		}));
		const { items, errors } = await kaiCalls.run(
			{ resource: 'lead', operation: 'get', leadId: byId('={{ $json.id }}') },
			{ items: rows, settings: { onError: 'continueErrorOutput' } },
		);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }, { item: 4 }]);
		expect(errors.map(({ json: row, pairedItem }) => [row.k, pairedItem])).toEqual([
			['k1', { item: 1 }],
			['k3', { item: 3 }],
		]);
	});

	it('missing after a call makes the call unknown, and it is not placed again', async () => {
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'slow', delaySeconds: 300 });
		const { error } = await kaiCalls.run({
			resource: 'call',
			operation: 'create',
			agentId: byId(kaiCalls.state.agents[0]?.id ?? ''),
			to: '+12025550123',
			requestOptions: { timeout: 300 },
		});
		expect(error?.message).toMatch(/^The outcome is unknown/);
		expect(kaiCalls.requests('/calls')).toHaveLength(1);
	});

	it('over a connection that the server resets while it is idle does not stop the next request', async () => {
		stand.answer = (response) => {
			response.writeHead(200, json).end(body);
			response.once('close', () => response.socket?.resetAndDestroy());
		};
		const { bench, parameters } = READINGS.Kakiyo();
		for (const _run of [1, 2]) {
			const { items, error } = await bench.run(parameters, { baseUrl: stand.origin });
			expect([error, items.length]).toEqual([undefined, 1]);
		}
	});
});

describe.each(Object.entries(READINGS))('a key as it is pasted (%s)', (_, of) => {
	const arrived = () =>
		stand.received.map(({ headers }) => headers.authorization ?? headers['x-api-key'] ?? headers['x-public-api-key']);

	it('with blanks, quotation marks or "Bearer" around it is cleaned', async () => {
		const { bench, parameters } = of();
		stand.answer = (response) => response.writeHead(200, json).end('{"id":"z"}');
		for (const apiKey of [' abc ', 'Bearer abc', '"abc"', 'abc\n'])
			await bench.run(parameters, { baseUrl: stand.origin, apiKey });
		expect(arrived().map((key) => String(key).replace(/^Bearer /, ''))).toEqual(Array(4).fill('abc'));
	});

	it('with nothing in it is refused by name, and nothing is sent', async () => {
		const { bench, parameters } = of();
		for (const apiKey of ['', '  ', 'Bearer']) {
			const { error } = await bench.run(parameters, { baseUrl: stand.origin, apiKey });
			expect([stand.received.length, error?.message]).toEqual([
				0,
				expect.stringContaining('"API Key" in the credential is empty'),
			]);
		}
	});
});
