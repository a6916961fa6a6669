import { describe, expect, it } from '@jest/globals';

import { useListServer, type Query } from '../lists/listServer';
import { useKaiCallsBench } from '../kaicalls';
import { useKakiyoBench } from '../kakiyo';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();
const server = useListServer();

const NOON = Date.UTC(2026, 10, 27, 12);
const MINUTE = 60_000;
const minutesAgo = (minutes: number) => new Date(NOON - minutes * MINUTE).toISOString();

/** One every twenty minutes, the newest ten minutes before noon. */
const rows = Array.from({ length: 1_000 }, (_, place) => ({
	id: `c${place}`,
	call_id: `c${place}`,
	created_at: minutesAgo(10 + 20 * place),
}));

const LISTS = [
	{ resource: 'call', member: 'calls' },
	{ resource: 'smsMessage', member: 'messages' },
	{ resource: 'transcript', member: 'transcripts' },
];

const page =
	(list: Array<{ created_at: string }>, member: string) =>
	({ limit, after }: Query) => {
		const left = list.filter(({ created_at }) => after === undefined || created_at < after);
		return { body: { [member]: left.slice(0, Number(limit)), has_more: left.length > Number(limit) } };
	};

const ask = async (resource: string, filters: object, rest: object = { returnAll: true }) => {
	const { items, error } = await kaiCalls.run(
		{ resource, operation: 'getAll', simplify: false, filters: { ...filters }, ...rest },
		{ baseUrl: server.baseUrl },
	);
	return { found: items.map(({ json }) => json.id), error: error?.message };
};

describe.each(LISTS)('$resource > Get Many by time', ({ resource, member }) => {
	it('has the rows of the last hour in one request of 1,000 rows (case 44)', async () => {
		server.serves(page(rows, member));
		expect(await ask(resource, { createdAfter: minutesAgo(60) })).toEqual({
			found: ['c0', 'c1', 'c2'],
			error: undefined,
		});
		expect(server.queries).toHaveLength(1);
	});

	it('has the rows between two times, including the first and excluding the second, over pages, and as many as wanted', async () => {
		server.serves(page(rows, member));
		const filters = { createdAfter: rows[300]?.created_at, createdBefore: rows[150]?.created_at };
		const { found } = await ask(resource, filters);
		expect(found).toEqual(rows.slice(151, 301).map(({ id }) => id));
		expect((await ask(resource, filters, { limit: 3 })).found).toEqual(['c151', 'c152', 'c153']);
		server.serves(page(rows, member));
		expect((await ask(resource, { createdBefore: rows[990]?.created_at })).found).toHaveLength(9);
	});

	it('reads further, or ends in an error, if the newest do not come first', async () => {
		const oldestFirst = [...rows.slice(0, 90)].reverse();
		server.serves(page(oldestFirst, member));
		expect((await ask(resource, { createdAfter: minutesAgo(60) })).found.toSorted()).toEqual(['c0', 'c1', 'c2']);
		const mixed = rows.map((_, place) => rows[(place * 377) % 1_000]!);
		server.serves(page(mixed, member));
		expect(await ask(resource, { createdAfter: minutesAgo(60) })).toEqual({
			found: [],
			error: expect.stringContaining('not sorted by time'),
		});
	});

	it('refuses a period that ends before it begins, and returns a row without a time', async () => {
		server.serves(page([{ id: 'x' }, ...rows.slice(0, 5)] as typeof rows, member));
		expect((await ask(resource, { createdAfter: minutesAgo(5), createdBefore: minutesAgo(60) })).error).toContain(
			'must not be after "Created Before"',
		);
		expect(server.queries).toEqual([]);
		expect((await ask(resource, { createdAfter: minutesAgo(20) })).found).toEqual(['x', 'c0']);
	});

	it('is not narrowed by an expression that yields nothing, and the hint says so', async () => {
		server.serves(page(rows.slice(0, 5), member));
		expect((await ask(resource, { createdAfter: '={{ $json.none }}' })).found).toHaveLength(5);
	});
});

describe('leads that changed since a time (case 46)', () => {
	it('are all there, or the error says why not, if the API lists them by their last change', async () => {
		const items = Array.from({ length: 150 }, (_, index) => ({ phone: `+1202557${String(index).padStart(4, '0')}` }));
		const workspaceId = { __rl: true, mode: 'id', value: kaiCalls.state.workspaces[0]?.id ?? '' };
		kaiCalls.control.configureKaiCalls({ rateLimits: false, leadsOrder: 'updated' });
		const since = new Date(Date.parse(String(kaiCalls.state.leads[0]?.updated_at)) - 1).toISOString();
		await kaiCalls.run({ resource: 'lead', operation: 'create', workspaceId, phone: '={{ $json.phone }}' }, { items });
		const changed = kaiCalls.state.leads.filter((_, place) => place % 3 === 0).map(({ id }) => ({ id }));
		await kaiCalls.run(
			{
				resource: 'lead',
				operation: 'update',
				leadId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				updateFields: { notes: 'Called' },
			},
			{ items: changed },
		);
		const { items: found, error } = await kaiCalls.run({
			resource: 'lead',
			operation: 'getAll',
			returnAll: true,
			simplify: false,
			filters: { updatedAfter: since },
		});
		if (error === undefined) expect(found).toHaveLength(kaiCalls.state.leads.length);
		else expect(error.message).toContain('not sorted by time');
	});
});

describe('prospects who replied, or with new data', () => {
	const ids = (status: number[]) =>
		kakiyo.control
			.kakiyoState()
			.prospects.filter((each) => status.includes(each.status))
			.map(({ chatId }) => chatId)
			.toSorted();

	it.each([
		['search', {}],
		['getAll', { campaignId: { __rl: true, mode: 'id', value: 'campaign_001' } }],
	])('%s: each comes once, from three lists', async (operation, where) => {
		const { items, error } = await kakiyo.run({
			resource: 'prospect',
			operation,
			...where,
			returnAll: true,
			filters: { status: 'repliedOrLater' },
		});
		expect(error).toBeUndefined();
		const inCampaign = kakiyo.control
			.kakiyoState()
			.prospects.filter(({ campaignId }) => operation === 'search' || campaignId === 'campaign_001')
			.map(({ chatId }) => chatId);
		expect(items.map(({ json }) => json.chatId).toSorted()).toEqual(
			ids([4, 5, 6]).filter((id) => inCampaign.includes(id)),
		);
		const statuses = kakiyo.requests().map(({ query }) => (query as Query).status);
		expect([...new Set(statuses)]).toEqual(['4', '5', '6']);
	});

	it('include a person once who is judged between two of the lists, and as many as wanted', async () => {
		const [replied] = kakiyo.control.kakiyoState().prospects.filter(({ status }) => status === 4);
		kakiyo.control.meanwhile({
			vendor: 'kakiyo',
			path: '/prospects/search',
			requests: [{ method: 'POST', path: `/prospects/${replied?.chatId}/qualify` }],
		});
		const search = { resource: 'prospect', operation: 'search', filters: { status: 'repliedOrLater' } };
		const { items } = await kakiyo.run({ ...search, returnAll: true });
		expect(items.filter(({ json }) => json.chatId === replied?.chatId)).toHaveLength(1);
		expect((await kakiyo.run({ ...search, limit: 3 })).items).toHaveLength(3);
	});
});
