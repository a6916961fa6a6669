import { describe, expect, it } from '@jest/globals';
import { readPaging } from '../../../nodes/Kairo/apiRequest/paging';
import { collectRows } from '../../../nodes/shared/paging/collectRows';
import type { Query } from '../../../nodes/shared/paging/page';
import { itemWith } from '../support/items';
import { failureFrom, failureOf } from '../support/failures';
import { response } from '../support/wire';

const names = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => ({ name: `Row ${from + index}` }));
const ALL = names(25);

/** Follows a list as the user describes it; returns its rows and the queries that went out. */
async function followed(fields: Record<string, unknown>, answer: (query: Query) => unknown, limit = Infinity) {
	const paging = readPaging(itemWith(fields));
	if (!paging) throw new Error('No paging');
	const sent: Query[] = [];
	const rows = await collectRows(
		paging.style,
		paging.first,
		limit,
		async (query) => {
			sent.push(query);
			return response(200, answer(query));
		},
		'KAIRO',
	);
	return { rows, sent };
}

const withOptions = (fields: Record<string, unknown>, options: Record<string, unknown> = {}) => ({
	...fields,
	...Object.fromEntries(Object.entries(options).map(([name, value]) => [`paginationOptions.${name}`, value])),
});
const byCursor = (options = {}, path = 'next_cursor') =>
	withOptions({ pagination: 'cursor', cursorParameter: 'cursor', cursorPath: path }, options);
const byPage = (options = {}) => withOptions({ pagination: 'page', pageParameter: 'page' }, options);
const byOffset = (options = {}) => withOptions({ pagination: 'offset', offsetParameter: 'skip' }, options);
const sized = { pageSizeParameter: 'limit', pageSize: 500 };

/** Returns at most ten rows, for every limit in the request. */
const clamped = (start: number) => ALL.slice(start, start + 10);

describe('pages', () => {
	it('are off unless the user wants them', () => {
		expect(readPaging(itemWith({}))).toBeUndefined();
		expect(readPaging(itemWith({ pagination: 'none' }))).toBeUndefined();
	});

	it.each([
		['offsets', byOffset(sized), ({ skip }: Query) => clamped(Number(skip))],
		['page numbers', byPage(sized), ({ page }: Query) => clamped((Number(page) - 1) * 10)],
		['page numbers from 0', byPage({ ...sized, firstPage: 0 }), ({ page }: Query) => clamped(Number(page) * 10)],
		['offsets without a size', byOffset(), ({ skip }: Query) => clamped(Number(skip))],
		[
			'cursors',
			byCursor(sized),
			({ cursor = 0 }: Query) => ({
				data: clamped(Number(cursor)),
				...(Number(cursor) < 20 && { next_cursor: Number(cursor) + 10 }),
			}),
		],
		[
			'cursors below rows of their own',
			byCursor({ itemsPath: 'result.rows' }, 'meta.after'),
			({ cursor = '0' }: Query) => ({
				result: { rows: clamped(Number(cursor)) },
				meta: { after: Number(cursor) < 20 ? String(Number(cursor) + 10) : null },
			}),
		],
	])('by %s bring all rows, also if KAIRO returns fewer than asked for', async (_, fields, answer) => {
		const { rows } = await followed(fields, answer);
		expect(rows).toEqual(ALL);
	});

	it('end when KAIRO says so', async () => {
		const { sent } = await followed(byOffset(), ({ skip }) => ({
			data: clamped(Number(skip)),
			has_more: Number(skip) < 20,
		}));
		expect(sent).toEqual([{ skip: 0 }, { skip: 10 }, { skip: 20 }]);
	});

	it('start at the user’s place, and request no more than the limit', async () => {
		const { rows, sent } = await followed(
			byOffset({ firstOffset: 5, ...sized }),
			({ skip }) => clamped(Number(skip)),
			12,
		);
		expect(rows).toEqual(ALL.slice(5, 17));
		expect(sent).toEqual([
			{ skip: 5, limit: 12 },
			{ skip: 15, limit: 2 },
		]);
	});

	it('keep their size if they are numbered', async () => {
		const { sent } = await followed(
			byPage({ pageSizeParameter: 'limit', pageSize: 10 }),
			({ page }) => clamped((Number(page) - 1) * 10),
			15,
		);
		expect(sent).toEqual([
			{ page: 1, limit: 10 },
			{ page: 2, limit: 10 },
		]);
	});

	it.each([
		['page numbers', byPage(), () => clamped(0)],
		['offsets', byOffset(), () => clamped(0)],
		['cursors', byCursor(), () => ({ data: clamped(0), next_cursor: 'again' })],
	])('by %s that KAIRO does not know are detected, also without IDs', async (_, fields, answer) => {
		let requests = 0;
		const { message, description } = await failureFrom(
			followed(fields, () => {
				requests += 1;
				return answer();
			}),
		);
		expect(message).toBe('KAIRO sent the same page twice');
		expect(description).toContain('Pagination');
		expect(requests).toBe(2);
	});

	it('do not count as complete when the cursor is in another place', async () => {
		const { message, description } = await failureFrom(
			followed(byCursor(), () => ({ data: clamped(0), meta: { next_cursor: 'x' } })),
		);
		expect(message).toBe('KAIRO has more rows, but the answer has no cursor at "next_cursor"');
		expect(description).toContain('Next Cursor Path');
	});

	it.each([
		['other members', { paging: { cursors: { after: 'abc' }, has_next_page: true } }],
		['a total', { total: 25 }],
	])('do not count as complete when there is no cursor but %s', async (_, members) => {
		const { message } = await failureFrom(followed(byCursor(), () => ({ data: clamped(0), ...members })));
		expect(message).toBe('KAIRO has more rows, but the answer has no cursor at "next_cursor"');
	});

	it('end with the last cursor, for any total', async () => {
		const answer = ({ cursor = 0 }: Query) => ({
			data: clamped(Number(cursor)),
			total: 25,
			...(Number(cursor) < 20 && { next_cursor: Number(cursor) + 10 }),
		});
		expect((await followed(byCursor(), answer)).rows).toEqual(ALL);
		expect((await followed(byCursor(), () => ({ data: clamped(0), next_cursor: null, total: 25 }))).rows).toEqual(
			ALL.slice(0, 10),
		);
	});

	it.each([
		['page numbers', byPage(), ({ page }: Query) => clamped((Number(page) - 1) * 10)],
		['offsets', byOffset(), ({ skip }: Query) => clamped(Number(skip))],
		['offsets from 5', byOffset({ firstOffset: 5 }), ({ skip }: Query) => clamped(Number(skip))],
	])('by %s do not count as complete if fewer rows come than are counted', async (_, fields, rowsOf) => {
		const { message } = await failureFrom(followed(fields, (query) => ({ data: rowsOf(query), total: 30 })));
		expect(message).toContain('says that there are more');
	});

	it.each([
		['offsets', byOffset({ firstOffset: 5 }), ({ skip }: Query) => clamped(Number(skip)), 5],
		['page numbers', byPage({ firstPage: 2 }), ({ page }: Query) => clamped((Number(page) - 1) * 10), 10],
	])('by %s may leave out the first of the counted rows, if the user wants that', async (_, fields, rowsOf, from) => {
		expect((await followed(fields, (query) => ({ data: rowsOf(query), total: 25 }))).rows).toEqual(ALL.slice(from));
	});

	it('end if there is no link to a next page', async () => {
		const { rows, sent } = await followed(byPage(), ({ page }) => ({
			count: 25,
			next: Number(page) < 3 ? 'https://api.kairo.test/next' : null,
			results: clamped((Number(page) - 1) * 10),
		}));
		expect(rows).toEqual(ALL);
		expect(sent).toHaveLength(3);
	});

	it('do not end because an unused cursor is empty', async () => {
		const { rows } = await followed(byOffset(), ({ skip }) => ({ data: clamped(Number(skip)), next_cursor: null }));
		expect(rows).toEqual(ALL);
	});

	it.each([
		['of one row each', byOffset(), 5],
		['of one row each, as asked for', byOffset({ pageSizeParameter: 'limit', pageSize: 1 }), 30],
	])('%s may be alike without being the same', async (_, fields, count) => {
		const { rows } = await followed(fields, ({ skip }) => (Number(skip) < count ? [{ day: 'same' }] : []));
		expect(rows).toHaveLength(count);
	});

	it('with the same row again and again are detected', async () => {
		const { message } = await failureFrom(followed(byPage(), () => [{ day: 'same' }]));
		expect(message).toBe('KAIRO sent the same page twice');
	});

	it('name the place without rows', async () => {
		const answer = () => ({ result: { rows: [] } });
		expect((await failureFrom(followed(byCursor({ itemsPath: 'result.items' }), answer))).message).toBe(
			'The answer has no list at "result.items"',
		);
		const { message, description } = await failureFrom(followed(byCursor(), answer));
		expect(message).toBe('The answer has no list in the usual places');
		expect(description).toContain('Items Path');
	});
});

describe('fields of Pagination', () => {
	it.each([
		[{ pagination: 'keyset' }, '"Pagination" must be an option of the list (got "keyset")'],
		[{ ...byCursor(), cursorParameter: ' ' }, '"Cursor Parameter" is empty'],
		[{ ...byCursor(), cursorPath: '' }, '"Next Cursor Path" is empty'],
		[{ ...byPage(), pageParameter: '' }, '"Page Parameter" is empty'],
		[{ ...byOffset(), offsetParameter: '' }, '"Offset Parameter" is empty'],
		[byPage({ firstPage: -1 }), '"First Page" must be a whole number from 0 (got "-1")'],
		[byOffset({ firstOffset: 'x' }), '"First Offset" must be a whole number from 0 (got "x")'],
		[byCursor({ pageSizeParameter: 'limit', pageSize: 0 }), '"Page Size" must be a whole number from 1 (got "0")'],
	])('%j are refused', (fields, names) => {
		const { kind, message } = failureOf(() => readPaging(itemWith(fields)));
		expect(kind).toBe('input');
		expect(message).toContain(names);
	});
});
