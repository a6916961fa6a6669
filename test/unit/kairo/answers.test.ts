import { describe, expect, it } from '@jest/globals';
import { metricRows } from '../../../nodes/Kairo/answers/metrics';
import { singlePage } from '../../../nodes/Kairo/answers/singlePage';
import { recordRows } from '../../../nodes/Kairo/answers/records';
import { endpointOf } from '../../../nodes/Kairo/endpoints';
import { collectRows } from '../../../nodes/shared/paging/collectRows';
import { saysMore } from '../../../nodes/shared/paging/more';
import { failureFrom } from '../support/failures';
import { response } from '../support/wire';

const endpoint = endpointOf('agent', 'getAll');
const where = `${endpoint.method} ${endpoint.path}`;
const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

const listed = async (
	body: unknown,
	{
		limit = Infinity,
		query = {},
		headers = {},
	}: { limit?: number; query?: Record<string, unknown>; headers?: Record<string, string> } = {},
) =>
	await collectRows(
		singlePage('agent', endpoint, 'agents'),
		query,
		limit,
		async () => response(200, body, headers),
		'KAIRO',
	);

describe('a list', () => {
	it.each([
		[rows],
		[{ data: rows }],
		[{ items: rows }],
		[{ results: rows }],
		[{ agents: rows }],
		[{ agents: rows, data: [] }],
		[{ data: rows, has_more: false, next_cursor: 'c' }],
		[{ data: rows, next_cursor: null, next: '' }],
		[{ data: rows, total: 3 }],
		[{ results: rows, count: 3, next: null }],
		[{ data: rows, page: 1, total_pages: 1 }],
		[{ data: rows, links: { next: null } }],
		[{ data: rows, has_more: 'false' }],
	])('is found in %j', async (body) => {
		expect(await listed(body)).toEqual(rows);
	});

	it.each([[undefined], [null], [{}], [{ data: {} }], [{ workflows: rows }], ['rows']])(
		'is not found in %j',
		async (body) => {
			const { message, description } = await failureFrom(listed(body));
			expect(message).toBe(`The answer of KAIRO to ${where} has no list`);
			expect(description).toContain('Agent > API Request');
		},
	);

	it.each([
		[{ data: rows, has_more: true }, {}],
		[{ data: rows, hasMore: true }, {}],
		[{ data: rows, next_cursor: 'c' }, {}],
		[{ data: rows, nextCursor: 7 }, {}],
		[{ data: rows, next: { cursor: 'c' } }, {}],
		[{ data: rows, pagination: { has_more: true } }, {}],
		[{ data: rows, meta: { next_cursor: 'c' } }, {}],
		[{ data: rows, total: 4 }, {}],
		[{ data: rows, meta: { total_count: 4 } }, {}],
		[rows, { link: '<https://api.kairo.test/list?page=2>; rel="next"' }],
		[rows, { 'x-total-count': '80' }],
		[{ data: rows, links: { next: 'https://api.kairo.test/list?page=2' } }, {}],
		[{ data: rows, paging: { next: { after: '2' } } }, {}],
		[{ data: rows, next_page: 2 }, {}],
		[{ data: rows, next_page_token: 't' }, {}],
		[{ data: rows, nextPageToken: 't' }, {}],
		[{ data: rows, page: 1, total_pages: 4 }, {}],
		[{ data: rows, total_pages: 4 }, {}],
		[{ data: rows, meta: { current_page: 1, last_page: 4 } }, {}],
		[{ results: rows, count: 80 }, {}],
		[{ results: rows, totalCount: 80 }, {}],
		[{ data: rows, has_next: true }, {}],
		[{ data: rows, has_more: 'true' }, {}],
		[{ data: rows, next_cursor: null, total: 80 }, {}],
	])('is not complete if the answer says that there are more rows: %j', async (body, headers) => {
		const { message, description } = await failureFrom(listed(body, { headers }));
		expect(message).toContain('KAIRO sent 3 rows and has more');
		expect(description).toContain('Set Limit to 3 or less');
		expect(description).toContain(`Agent > API Request (${where})`);
		expect(await listed(body, { headers, limit: 3 })).toEqual(rows);
		expect(await listed(body, { headers, limit: 2 })).toEqual(rows.slice(0, 2));
	});

	it.each(['page', 'limit', 'per_page', 'pageSize', 'offset', 'skip', 'cursor'])(
		'may be a part of the total if the query parameter %s asked for that part',
		async (name) => {
			expect(await listed({ data: rows, total: 9, total_pages: 3 }, { query: { [name]: '3' } })).toEqual(rows);
		},
	);

	it.each(['agent_id', 'status', 'from'])('is complete if the filter %s limits the total', async (name) => {
		const { message } = await failureFrom(listed({ data: rows, total: 9 }, { query: { [name]: 'x' } }));
		expect(message).toContain('KAIRO sent 3 rows and has more');
	});
});

describe('a member about more rows', () => {
	it.each([
		[{ has_more: false, next_cursor: 'x' }, false],
		[{ has_more: true, next_cursor: null }, true],
		[{ next: 'https://api.kairo.test/v1/agents?page=2' }, true],
		[{ next: null }, false],
		[{ next: '', meta: { next_cursor: 'c' } }, true],
		[{ next_cursor: null }, undefined],
		[{ page: 2, total_pages: 2 }, false],
		[[], undefined],
		[undefined, undefined],
	])('in %j is %p', (body, more) => {
		expect(saysMore({ body, headers: {} })).toBe(more);
	});
});

describe('a record', () => {
	it.each([
		[{ id: 'a', name: 'A' }, [{ id: 'a', name: 'A' }]],
		[{ data: { id: 'a' } }, [{ id: 'a' }]],
		[{ id: 'a', data: { id: 'b' } }, [{ id: 'a', data: { id: 'b' } }]],
		[
			[{ id: 'a' }, { id: 'b' }],
			[{ id: 'a' }, { id: 'b' }],
		],
		[undefined, [{ success: true }]],
		[null, [{ success: true }]],
		[[], [{ success: true }]],
		[{ agent: { id: 'a' } }, [{ id: 'a' }]],
		[{ data: { id: 'a' }, warnings: ['w'] }, [{ data: { id: 'a' }, warnings: ['w'] }]],
		[{ settings: { a: 1 } }, [{ settings: { a: 1 } }]],
		[{ data: [1] }, [{ data: [1] }]],
		['queued', [{ value: 'queued' }]],
	])('in %j is %j', (body, expected) => {
		expect(recordRows(body)).toEqual(expected);
	});
});

describe('figures', () => {
	it.each([
		[
			[{ cost: 1 }, { cost: 2 }],
			[{ cost: 1 }, { cost: 2 }],
		],
		[{ data: [{ cost: 1 }] }, [{ cost: 1 }]],
		[{ costs: [{ cost: 1 }], has_more: false }, [{ cost: 1 }]],
		[{ data: { total: 3 } }, [{ total: 3 }]],
		[{ total: 3, costs: [{ cost: 1 }] }, [{ total: 3, costs: [{ cost: 1 }] }]],
		[{ costs: [{ cost: 1 }], data: [{ cost: 2 }] }, [{ costs: [{ cost: 1 }], data: [{ cost: 2 }] }]],
		[{ data: { total: 3 }, total_usd: 9 }, [{ data: { total: 3 }, total_usd: 9 }]],
		[{ costs: [{ cost: 1 }], has_more: true }, [{ costs: [{ cost: 1 }], has_more: true }]],
		[{ costs: [{ cost: 1 }], next_cursor: 'c' }, [{ costs: [{ cost: 1 }], next_cursor: 'c' }]],
		[undefined, [{ success: true }]],
	])('in %j are %j', (body, expected) => {
		expect(metricRows(body, 'costs')).toEqual(expected);
	});
});
