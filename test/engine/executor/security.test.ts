import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { describe, expect, it } from '@jest/globals';

import { byId, useKakiyoBench } from '../kakiyo';

const bench = useKakiyoBench();

const list = { resource: 'campaign', operation: 'getAll', limit: 1 };

describe('the API key', () => {
	it('is not carried to another host by a redirect', async () => {
		const visits: Array<string | undefined> = [];
		const elsewhere = createServer((request, response) => {
			visits.push(request.headers.authorization);
			response.end('[]');
		}).listen(0, '127.0.0.1');
		await once(elsewhere, 'listening');
		const { port } = elsewhere.address() as AddressInfo;
		bench.control.fail({
			method: 'GET',
			path: '/campaigns',
			kind: 'redirect',
			location: `http://127.0.0.1:${port}/campaigns`,
		});
		const { error } = await bench.run(list);
		elsewhere.close();
		expect(visits).toEqual([]);
		expect(error?.description).toContain('Base URL');
	});

	it('is in no error', async () => {
		const apiKey = 'z'.repeat(40);
		const { error, run } = await bench.run(list, { apiKey });
		expect(error?.message).toContain('did not accept this API key');
		expect(JSON.stringify(run)).not.toContain(apiKey);
	});

	it('is in no error when the vendor quotes it, either', async () => {
		const { apiKey } = bench.credential().data;
		const body = { error: `invalid_${String(apiKey)}`, message: `There is no key ${String(apiKey)}` };
		bench.control.fail({ method: 'GET', path: '/campaigns', kind: 'status', status: 401, body });
		const { error, run } = await bench.run(list);
		expect(error?.description).toContain('There is no key ***');
		expect(JSON.stringify(run)).not.toContain(apiKey);
	});

	/** What a node brings of a campaign whose answer echoes something. */
	const echoing = async (echo: string) => {
		const body = {
			data: [{ id: 'campaign_001', name: echo, request: { headers: [{ authorization: echo }], [echo]: true } }],
		};
		bench.control.fail({ method: 'GET', path: '/campaigns', kind: 'status', status: 200, body });
		const { items, run, error } = await bench.run(list);
		expect(error).toBeUndefined();
		return { campaign: items[0]?.json, run };
	};

	it.each<[string, (key: string) => string, string]>([
		['whole', (key) => key, '***'],
		['in a text', (key) => `Bearer ${key}, twice: ${key}.`, 'Bearer ***, twice: ***.'],
		['cut at its end', (key) => `Authorization: Bearer ${key.slice(0, -8)}...`, 'Authorization: Bearer ***...'],
		['cut at its start', (key) => `...${key.slice(9)}`, '...***'],
		['cut at both ends', (key) => `[${key.slice(7, 21)}]`, '[***]'],
		['in base64', (key) => `Basic ${Buffer.from(key).toString('base64')}`.replace(/=+$/, ''), 'Basic ***'],
	])('is in no output when a success echoes it: %s', async (_, echoOf, shown) => {
		const echo = echoOf(String(bench.credential().data.apiKey));
		const { campaign, run } = await echoing(echo);
		expect(campaign).toMatchObject({
			id: 'campaign_001',
			name: shown,
			request: { headers: [{ authorization: shown }], [shown]: true },
		});
		expect(JSON.stringify(run)).not.toContain(echo);
	});

	it('stays if a vendor shows a few characters of it on purpose', async () => {
		const key = String(bench.credential().data.apiKey);
		const masked = `${key.slice(0, 11)}...${key.slice(-4)}`;
		expect((await echoing(masked)).campaign).toMatchObject({ name: masked });
	});

	it.each(['http://example.com/v1', 'ftp://127.0.0.1/v1', 'https://user:secret@example.com', 'nonsense', ''])(
		'is sent to no base URL like %j',
		async (baseUrl) => {
			const { error } = await bench.run(list, { baseUrl });
			expect(error?.message).toContain('"Base URL" in the credential');
		},
	);
});

describe('an ID', () => {
	it.each(['a/b', 'a?b=c', 'a#b', 'a%2Fb', ' ab '])('%j stays in its own place of the path', async (id) => {
		const { error } = await bench.run({ resource: 'campaign', operation: 'getStatistics', campaignId: byId(id) });
		expect(error?.httpCode).toBe('404');
		expect(bench.requests().map(({ path }) => path)).toEqual([`/campaigns/${encodeURIComponent(id.trim())}/stats`]);
	});

	it.each(['../../agents', '..', '.', '={{ "" }}', '={{ null }}', '   '])(
		'%j is refused before anything is sent',
		async (id) => {
			const { error } = await bench.run({ resource: 'campaign', operation: 'getStatistics', campaignId: byId(id) });
			expect(error?.message).toContain('"Campaign"');
			expect(bench.requests()).toEqual([]);
		},
	);
});
