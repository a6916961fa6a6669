import { describe, expect, it } from '@jest/globals';
import { figureRows, onePage, recordRows, saysMore } from '../../../nodes/Kairo/answers';
import { endpointOf } from '../../../nodes/Kairo/endpoints';
import { collectRows } from '../../../nodes/shared/executor/list';
import { failureFrom } from '../support/failures';
import { response } from '../support/wire';

const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

const listed = async (
	body: unknown,
	{ limit = Infinity, query = {}, headers = {} }: { limit?: number; query?: Record<string, unknown>; headers?: Record<string, string> } = {},
) =>
	await collectRows(
		onePage('agent', endpointOf('agent', 'getAll'), 'agents'),
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
	])('is found in %j', async (body) => {
		expect(await listed(body)).toEqual(rows);
	});

	it.each([[undefined], [null], [{}], [{ data: {} }], [{ workflows: rows }], ['rows']])('is missed in %j', async (body) => {
		const { message, description } = await failureFrom(listed(body));
		expect(message).toBe('KAIRO answered GET /agents without a list');
		expect(description).toContain('Agent > API Request');
	});

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
		[rows, { link: '</agents?page=2>; rel="next"' }],
	])('of which %j is a part only is not taken for all of it', async (body, headers) => {
		const { message, description } = await failureFrom(listed(body, { headers }));
		expect(message).toContain('KAIRO sent 3 rows and says that there are more');
		expect(description).toContain('Set Limit to 3 or less');
		expect(description).toContain('Agent > API Request (GET /agents)');
		expect(await listed(body, { headers, limit: 3 })).toEqual(rows);
		expect(await listed(body, { headers, limit: 2 })).toEqual(rows.slice(0, 2));
	});

	it('may be a part of the total that a query asked for', async () => {
		expect(await listed({ data: rows, total: 9 }, { query: { page: '3' } })).toEqual(rows);
	});
});

describe('a word about more rows', () => {
	it.each([
		[{ has_more: false, next_cursor: 'x' }, false],
		[{ has_more: true, next_cursor: null }, true],
		[{ next: 'https://api.kairo.test/v1/agents?page=2' }, true],
		[{ next: null }, undefined],
		[[], undefined],
		[undefined, undefined],
	])('in %j is %p', (body, more) => {
		expect(saysMore(body)).toBe(more);
	});
});

describe('a record', () => {
	it.each([
		[{ id: 'a', name: 'A' }, [{ id: 'a', name: 'A' }]],
		[{ data: { id: 'a' } }, [{ id: 'a' }]],
		[{ id: 'a', data: { id: 'b' } }, [{ id: 'a', data: { id: 'b' } }]],
		[[{ id: 'a' }, { id: 'b' }], [{ id: 'a' }, { id: 'b' }]],
		[undefined, [{ success: true, agentId: 'a1' }]],
		[null, [{ success: true, agentId: 'a1' }]],
		['queued', [{ value: 'queued' }]],
	])('in %j is %j', (body, expected) => {
		expect(recordRows(body, { agentId: 'a1' })).toEqual(expected);
	});
});

describe('figures', () => {
	it.each([
		[[{ cost: 1 }, { cost: 2 }], [{ cost: 1 }, { cost: 2 }]],
		[{ data: [{ cost: 1 }] }, [{ cost: 1 }]],
		[{ costs: [{ cost: 1 }], has_more: false }, [{ cost: 1 }]],
		[{ data: { total: 3 } }, [{ total: 3 }]],
		[{ total: 3, costs: [{ cost: 1 }] }, [{ total: 3, costs: [{ cost: 1 }] }]],
		[{ costs: [{ cost: 1 }], data: [{ cost: 2 }] }, [{ costs: [{ cost: 1 }], data: [{ cost: 2 }] }]],
		[undefined, [{ success: true }]],
	])('in %j are %j', (body, expected) => {
		expect(figureRows(body, 'costs')).toEqual(expected);
	});
});
