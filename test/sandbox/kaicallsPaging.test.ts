import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ask, kai, place, refusalOf } from './kaicalls';
import { useSandbox } from './useSandbox';

const rows = z.array(z.object({ id: z.string(), created_at: z.string() }).passthrough());
const callsPage = z.object({ calls: rows, has_more: z.boolean() }).strict();
const usagePage = z.object({ usage: rows, has_more: z.boolean() }).strict();

describe('paging of KaiCalls', () => {
	const sandbox = useSandbox({ prepare: ({ control }) => control.configureKaiCalls({ rateLimits: false }) });

	const calls = async (query: string) => callsPage.parse((await ask(sandbox, `GET /calls?${query}`)).body);
	const usage = async (query: string) => usagePage.parse((await ask(sandbox, `GET /usage?${query}`)).body);
	const cursor = (page: z.output<typeof callsPage>) => encodeURIComponent(page.calls.at(-1)?.created_at ?? '');

	it('lists calls newest first, 50 by default', async () => {
		const { calls: listed, has_more } = await calls('');
		const moments = listed.map(({ created_at }) => created_at);
		expect([listed.length, has_more]).toEqual([50, true]);
		expect(moments).toEqual([...moments].sort().reverse());
	});

	it('leaves out the rest of a moment that is cut by a page, or repeats it when `after` is inclusive', async () => {
		const first = await calls('limit=100');
		const exclusive = await calls(`limit=100&after=${cursor(first)}`);
		const ids = new Set([...first.calls, ...exclusive.calls].map(({ id }) => id));
		expect([first.has_more, exclusive.has_more, ids.size]).toEqual([true, false, 130 - 3]);

		sandbox.control.configureKaiCalls({ afterCursor: 'inclusive' });
		const inclusive = await calls(`limit=100&after=${cursor(first)}`);
		expect(inclusive.calls).toHaveLength(6 + 27);
		expect(new Set([...first.calls, ...inclusive.calls].map(({ id }) => id)).size).toBe(130);
	});

	it('gives new calls equal moments and another spelling of UTC on request', async () => {
		sandbox.control.configureKaiCalls({ createdAtStepSeconds: 3600, utcSuffix: '+00:00' });
		await Promise.all(Array.from({ length: 4 }, (_, index) => place(sandbox, `+1415555010${index}`)));
		const newest = await calls('limit=4');
		expect(new Set(newest.calls.map(({ created_at }) => created_at)).size).toBeLessThanOrEqual(2);
		expect(newest.calls[0]?.created_at).toMatch(/\+00:00$/);
		expect((await ask(sandbox, `GET /calls?after=${newest.calls[0]?.created_at}`)).status).toBe(400);
		expect((await calls(`limit=1&after=${cursor(newest)}`)).calls[0]?.id).toBe('ca110000-0000-4000-8000-000000000130');
	});

	it.each([
		'GET /calls?limit=101',
		'GET /calls?limit=0',
		'GET /calls?after=yesterday',
		'GET /calls?page=2',
		'GET /usage?limit=501',
		'GET /agents?limit=5',
		'GET /numbers?limit=5',
	])('refuses %s', async (request) => {
		expect(refusalOf(await ask(sandbox, request))).toEqual([400, 'invalid_request']);
	});

	it('walks the usage log by its time window', async () => {
		const before = encodeURIComponent('2026-02-28T00:00:00Z');
		const first = await usage(`limit=500&end=${before}`);
		const end = encodeURIComponent(first.usage.at(-1)?.created_at ?? '');
		const second = await usage(`limit=500&end=${end}`);
		const ids = new Set([...first.usage, ...second.usage].map(({ id }) => id));
		expect([first.has_more, second.has_more, ids.size]).toEqual([true, false, 620]);
		sandbox.control.configureKaiCalls({ usageOrder: 'oldestFirst' });
		expect((await usage('limit=1')).usage[0]?.created_at).toBe('2026-01-13T00:00:00.000Z');
	});

	it('logs each request in the usage log', async () => {
		const id = await place(sandbox, '+14155550123');
		await ask(sandbox, 'POST /calls', { agent_id: kai });
		expect((await usage('limit=2')).usage).toMatchObject([
			{ endpoint: '/v1/calls', method: 'POST', status_code: 400, call_id: null, cost_cents: 0 },
			{ endpoint: '/v1/calls', method: 'POST', status_code: 201, call_id: id, cost_cents: 15 },
		]);
	});

	it('pages leads by cursor and filters them', async () => {
		const leadsPage = z.object({ leads: rows, has_more: z.boolean() }).strict();
		const leads = async (query: string) => leadsPage.parse((await ask(sandbox, `GET /leads?${query}`)).body);
		const first = await leads('');
		const last = encodeURIComponent(first.leads.at(-1)?.created_at ?? '');
		expect([first.leads.length, first.has_more]).toEqual([50, true]);
		expect((await leads(`after=${last}`)).leads).toHaveLength(10);
		expect((await leads(`created_before=${last}`)).leads).toHaveLength(10);
		expect((await leads('status=new,won&limit=100')).leads).toHaveLength(30);
		expect((await leads('score_gte=50&score_lte=60&limit=100')).leads.length).toBeLessThan(20);
	});
});
