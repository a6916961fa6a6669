import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IncomingResponse } from '../../../nodes/shared/contract/exchange';
import { ItemFailure } from '../../../nodes/shared/contract/failure';
import { collectRows } from '../../../nodes/shared/paging/collectRows';
import { byTime } from '../../../nodes/shared/paging/byTime';
import type { PageStyle, Query } from '../../../nodes/shared/paging/page';
import {
	cursorFirst,
	everything,
	firstPageOnly,
	headerCursorFirst,
	numberedPage,
	offset,
	pageNumber,
} from '../../../nodes/shared/paging/pages';
import { firstOf, rowsAt, rowsNamed } from '../../../nodes/shared/paging/rows';
import { failureFrom } from '../support/failures';
import {
	bareOffsetServer,
	bodyCursorServer,
	headerCursorServer,
	lastRowServer,
	offsetServer,
	offsetServerWithMore,
	pageNumberServer,
	rowsOf,
	wholeServer,
	windowServer,
	type Row,
	type Server,
} from '../support/listServers';
import { response } from '../support/wire';

const data = rowsAt('data');
type Sized = (max: number) => PageStyle;
const size = (max: number) => ({ param: 'limit', max });

const cursor = { param: 'after', path: ['next_cursor'] };
const headers = { param: 'cursor', header: 'X-Next-Cursor', moreHeader: 'X-Has-More' };

const after: Sized = (max) => cursorFirst(cursor, { ...everything(data), size: size(max) });
const inHeaders: Sized = (max) =>
	headerCursorFirst(headers, offset({ rows: rowsAt(), size: size(max), param: 'offset' }));
const byOffset: Sized = (max) => offset({ rows: data, size: size(max), param: 'offset' });
const byPage: Sized = (max) => pageNumber({ rows: data, size: size(max), param: 'page' });
const byPageWithTotal: Sized = (max) =>
	pageNumber({ rows: data, size: size(max), param: 'page', totalPath: ['total'] });
const byLastTime: Sized = (max) => byTime({ rows: data, size: size(max), older: 'after', member: 'created_at' });
const byWindow: Sized = (max) =>
	byTime({ rows: data, size: size(max), newer: 'start', older: 'end', member: 'created_at' });
const openDocuments: Sized = (max) =>
	cursorFirst(cursor, offset({ rows: rowsNamed(), size: size(max), param: 'offset' }));

const styles: Array<[string, Sized, Server]> = [
	['cursor in the body', after, bodyCursorServer],
	['cursor in the headers', inHeaders, headerCursorServer],
	['offset', byOffset, offsetServer],
	['offset with a sign of the end', byOffset, offsetServerWithMore],
	['page number', byPage, pageNumberServer],
	['page number with a total', byPageWithTotal, pageNumberServer],
	['time of the last row', byLastTime, lastRowServer(false)],
	['time window, newest first', byWindow, windowServer(false, false)],
	['documents that disagree, cursor', openDocuments, bodyCursorServer],
	['documents that disagree, offset', openDocuments, bareOffsetServer],
];

const total = fc.integer({ min: 0, max: 40 });
// Pages of one row cannot get past a moment that is asked for again.
const max = fc.integer({ min: 2, max: 12 });
const limit = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constant(Infinity));
const filter = { status: 'active', q: 'a b' };

/** Collects from a server and keeps the queries. */
async function collect(style: PageStyle, serve: (query: Query) => IncomingResponse, wanted: number) {
	const queries: Query[] = [];
	const rows = await collectRows(
		style,
		filter,
		wanted,
		async (query) => {
			queries.push(query);
			return serve(query);
		},
		'Acme',
	);
	return { rows, queries };
}

describe.each(styles)('a list by %s', (_, styleOf, server) => {
	it('returns every row once and in order, up to the limit', async () => {
		await fc.assert(
			fc.asyncProperty(total, max, limit, async (count, pageMax, wanted) => {
				const all = rowsOf(count);
				const { rows } = await collect(styleOf(pageMax), server(all), wanted);
				expect(rows).toEqual(all.slice(0, wanted));
			}),
		);
	});

	it('never requests more than the API’s maximum, or than the remaining rows and one to know the place, and keeps the filters', async () => {
		await fc.assert(
			fc.asyncProperty(total, max, limit, async (count, pageMax, wanted) => {
				const style = styleOf(pageMax);
				const { queries } = await collect(style, server(rowsOf(count)), wanted);
				let left = wanted;
				for (const query of queries) {
					expect(query).toMatchObject(filter);
					const overlap = query.offset === undefined ? 0 : 1;
					expect(query.limit).toBeLessThanOrEqual(Math.min(pageMax, left + overlap));
					if (!style.constantSize) left -= Number(query.limit) - overlap;
				}
			}),
		);
	});
});

describe('a list in one answer', () => {
	it('takes one request without paging, and is cut to the limit', async () => {
		await fc.assert(
			fc.asyncProperty(total, limit, async (count, wanted) => {
				const all = rowsOf(count);
				const { rows, queries } = await collect(everything(firstOf(data, rowsAt())), wholeServer(all), wanted);
				expect(rows).toEqual(all.slice(0, wanted));
				expect(queries).toEqual([filter]);
			}),
		);
	});
});

describe('a list without documented paging', () => {
	it('comes complete if it has no pages, or ends in an error if it is as long as a full page', async () => {
		await fc.assert(
			fc.asyncProperty(total, max, async (count, pageMax) => {
				const all = rowsOf(count);
				const collecting = collect(openDocuments(pageMax), wholeServer(all), Infinity);
				if (count === pageMax) expect((await failureFrom(collecting)).message).toContain('same page twice');
				else expect((await collecting).rows).toEqual(all);
			}),
		);
	});

	it('does not count as complete if a page has the API’s default length', async () => {
		const unheeded = { param: 'limit', max: 100, byDefault: 20 };
		const style = offset({ rows: data, size: unheeded, param: 'offset' });
		const twenty = (rows: Row[]) => (query: Query) => offsetServer(rows)({ ...query, limit: 20 });
		expect((await collect(style, twenty(rowsOf(45)), Infinity)).rows).toEqual(rowsOf(45));
		expect((await collect(style, twenty(rowsOf(20)), Infinity)).rows).toEqual(rowsOf(20));
	});
});

describe('a list whose cap is not the documented one', () => {
	it.each([
		['offset', 'offset'],
		['page number', 'page'],
	])('comes complete by %s, if a page is not shorter than the API’s default', async (_, param) => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 20, max: 100 }), async (count, cap) => {
				const all = rowsOf(count);
				const sized = { rows: data, size: { param: 'limit', max: 100, byDefault: 20 }, param };
				const style = param === 'page' ? pageNumber(sized) : offset(sized);
				const server = param === 'page' ? pageNumberServer(all) : offsetServer(all);
				const { rows } = await collect(
					style,
					(query) => server({ ...query, limit: Math.min(cap, Number(query.limit)) }),
					Infinity,
				);
				expect(rows).toEqual(all);
			}),
		);
	});
});

describe('rows without an ID', () => {
	const nameless = (count: number) => Array.from({ length: count }, (_, index) => ({ value: index }));

	it('are in a list only once if the API sends the same page again', async () => {
		const style = offset({ rows: data, size: size(10), param: 'offset' });
		const same = () => response(200, { data: nameless(10) });
		expect((await failureFrom(collect(style, same, Infinity))).message).toContain('same page twice after 10 rows');
		expect((await failureFrom(collect(style, same, 15))).message).toContain('same page twice after 10 rows');
	});
});

describe('a member that announces more rows', () => {
	const words: Array<[string, object]> = [
		['has_more', { has_more: true }],
		['hasMore', { pagination: { hasMore: true } }],
		['a cursor under another name', { next_page_token: 'x' }],
	];

	it.each(words)('ends in an error if there is no way to the next page: %s', async (_, word) => {
		for (const style of [everything(data), inHeaders(5), byLastTime(5)]) {
			const { message, description } = await failureFrom(
				collect({ ...style, rows: data }, () => response(200, { data: [], ...word }), Infinity),
			);
			expect(message).toContain('says that there are more');
			expect(description).toContain('Limit');
		}
	});

	it.each([everything(data), firstPageOnly({ rows: data, size: size(100) })])(
		'may be a number of pages above one, though no parameter asks for a page',
		async (style) => {
			const serve = (pages: number) => () => response(200, { data: rowsOf(20), total_pages: pages });
			expect((await failureFrom(collect(style, serve(7), Infinity))).kind).toBe('unavailable');
			expect((await collect(style, serve(1), Infinity)).rows).toHaveLength(20);
		},
	);

	it('may be a total above the rows, if the list comes in one answer', async () => {
		expect(
			(await failureFrom(collect(everything(data), () => response(200, { data: rowsOf(20), total: 45 }), Infinity)))
				.message,
		).toContain('returned 20 rows');
		expect(
			(await collect(everything(data), () => response(200, { data: rowsOf(20), total: 20 }), Infinity)).rows,
		).toHaveLength(20);
	});
});

describe('a count of all rows, if pages are smaller than requested', () => {
	const small: Server = (rows) => (query) => offsetServer(rows)({ ...query, limit: Math.min(3, Number(query.limit)) });
	const smallByTime: Server = (rows) => (query) => lastRowServer(true)(rows)({ ...query, limit: 5 });
	const withTotal = (serve: (query: Query) => IncomingResponse, total: (query: Query) => number) => (query: Query) => {
		const { status, body } = serve(query);
		return response(status, { data: data(body), total: total(query) });
	};
	const all = rowsOf(20);
	const from = ({ after }: Query) =>
		all.filter(({ created_at }) => after === undefined || created_at <= String(after)).length;

	it.each<[string, PageStyle, Server, (query: Query) => number]>([
		['offset', byOffset(10), small, () => 20],
		['time', byLastTime(10), smallByTime, () => 20],
		['time, counted from there on', byLastTime(10), smallByTime, from],
		['time, while one is added', byLastTime(10), smallByTime, ({ after }) => (after === undefined ? 20 : 21)],
		['time, while one is deleted', byLastTime(10), smallByTime, ({ after }) => (after === undefined ? 21 : 20)],
	])('is reached by %s, up to the limit', async (_, style, server, count) => {
		const serve = withTotal(server(all), count);
		expect((await collect(style, serve, Infinity)).rows).toEqual(all);
		expect((await collect(style, serve, 7)).rows).toEqual(all.slice(0, 7));
	});

	it.each([
		byOffset(10),
		byPage(10),
		byPageWithTotal(10),
		byLastTime(10),
		firstPageOnly({ rows: data, size: size(10) }),
	])('that is not reached is an error, unless the limit is reached', async (style) => {
		for (const reached of [0, 3]) {
			const serve = () => response(200, { data: all.slice(0, reached), total: 5 });
			expect((await failureFrom(collect(style, serve, Infinity))).kind).toBe('unavailable');
		}
		const serve = () => response(200, { data: all.slice(0, 3), total: 5 });
		expect((await collect(style, serve, 3)).rows).toEqual(all.slice(0, 3));
	});

	it('on the last page of a list by cursor counts, too', async () => {
		const serve = ({ after }: Query) =>
			response(200, after ? { data: all.slice(3, 6), total: 20 } : { data: all.slice(0, 3), next_cursor: 'x' });
		expect((await failureFrom(collect(openDocuments(10), serve, Infinity))).message).toContain(
			'says that there are more',
		);
	});

	it('of a page alone does not end a list by page number, if the page has the API’s default length', async () => {
		const style = pageNumber({
			rows: data,
			size: { param: 'limit', max: 100, byDefault: 25 },
			param: 'page',
			totalPath: ['total'],
		});
		const rows = rowsOf(60);
		const serve = (query: Query) => {
			const page = data(pageNumberServer(rows)({ ...query, limit: 25 }).body);
			return response(200, { data: page, total: page?.length });
		};
		expect((await collect(style, serve, Infinity)).rows).toEqual(rows);
	});

	it('of the page alone causes no further request', async () => {
		const { rows, queries } = await collect(
			byOffset(10),
			(query) => {
				const { body } = offsetServer(all)(query);
				return response(200, { data: data(body), total: data(body)?.length });
			},
			Infinity,
		);
		expect({ rows, requests: queries.length }).toEqual({ rows: all, requests: 3 });
	});
});

describe('a count in the answer of an API', () => {
	const ways: Array<[string, Sized, Server]> = [
		['offset', byOffset, offsetServer],
		['page number', byPage, pageNumberServer],
		['page number with a total', byPageWithTotal, pageNumberServer],
		['time', byLastTime, lastRowServer(false)],
		['time window', byWindow, windowServer(false, false)],
		['cursor', after, bodyCursorServer],
	];
	type Count = (total: number, start: number) => number | undefined;
	const counts: Array<[string, Count]> = [
		['with every page', (total) => total],
		['with the first page alone', (total, start) => (start === 0 ? total : undefined)],
		['of the rows from there on', (total, start) => total - start],
	];

	/** Pages of at most `cap` rows that end after `end` rows, without a word about more but the count. */
	const counted = (server: Server, all: Row[], cap: number, end: number, count: Count) => (query: Query) => {
		const { status, body } = server(all.slice(0, end))({ ...query, limit: Math.min(cap, Number(query.limit ?? cap)) });
		const page = (data(body) ?? []) as Row[];
		const start = page[0] ? all.indexOf(page[0]) : end;
		return response(status, { ...Object(body), has_more: undefined, total: count(all.length, start) });
	};
	const cap = fc.integer({ min: 2, max: 12 });

	describe.each(ways)('by %s', (_, styleOf, server) => {
		it.each(counts)('%s: all rows come', async (__, count) => {
			await fc.assert(
				fc.asyncProperty(total, max, cap, async (rows, pageMax, least) => {
					const all = rowsOf(rows);
					expect((await collect(styleOf(pageMax), counted(server, all, least, rows, count), Infinity)).rows).toEqual(
						all,
					);
				}),
				{ numRuns: 50 },
			);
		});

		it.each(counts)('%s: an error if the list ends before it, unless the limit is reached', async (__, count) => {
			await fc.assert(
				fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.nat(), max, cap, async (rows, some, pageMax, least) => {
					const all = rowsOf(rows);
					const end = some % rows;
					const serve = counted(server, all, least, end, count);
					expect((await failureFrom(collect(styleOf(pageMax), serve, Infinity))).kind).toBe('unavailable');
					if (end > 0) expect((await collect(styleOf(pageMax), serve, end)).rows).toEqual(all.slice(0, end));
				}),
				{ numRuns: 50 },
			);
		});

		it.each<[string, Count]>([
			['rows are deleted', (_total, start) => (start < 20 ? 32 : 30)],
			['rows are added', (_total, start) => (start < 20 ? 30 : 33)],
		])('all rows come while %s, which later pages count', async (__, count) => {
			const all = rowsOf(30);
			expect((await collect(styleOf(10), counted(server, all, 10, 30, count), Infinity)).rows).toEqual(all);
		});
	});
});

describe('rows without an order of time', () => {
	it('end in an error if pages go by time', async () => {
		const shuffled = [3, 1, 2].map((hour) => ({ id: String(hour), created_at: `2026-01-01T0${hour}:00:00Z` }));
		const { message } = await failureFrom(
			collect(byLastTime(3), () => response(200, { data: shuffled, has_more: true }), Infinity),
		);
		expect(message).toContain('not sorted by time');
	});
});

describe('rows in order of creation and of change', () => {
	const style = byTime({ rows: data, size: size(3), member: 'created_at', changed: 'updated_at', older: 'before' });
	const hour = (number: number) => new Date(Date.UTC(2026, 0, 1, number)).toISOString();
	const byChange =
		(rows: Array<{ id: number; created_at: string; updated_at: string }>) =>
		({ before }: Query) => {
			const left = rows.filter(({ created_at }) => before === undefined || created_at < String(before));
			return response(200, { data: left.slice(0, 3), has_more: left.length > 3 });
		};

	it('lose no row that was created later than the last row of a page and changed earlier', async () => {
		const rows = [
			[20, 20],
			[12, 12],
			[5, 8],
			[6, 7],
			[4, 4],
		].map(([made = 0, changed = 0], id) => ({ id, created_at: hour(made), updated_at: hour(changed) }));
		expect((await collect(style, byChange(rows), Infinity)).rows).toEqual(rows);
	});

	it('end in an error if either order is possible', async () => {
		const rows = [
			[5, 20],
			[4, 19],
			[3, 18],
			[4.5, 17],
		].map(([made = 0, changed = 0], id) => ({ id, created_at: hour(made), updated_at: hour(changed) }));
		expect((await failureFrom(collect(style, byChange(rows), Infinity))).message).toContain(
			'sorted by the last change',
		);
	});
});

describe('a list by page number', () => {
	it('begins each page at a row of the page before or right after it, for any page size, and ends it later', () => {
		fc.assert(
			fc.property(fc.nat({ max: 20_000 }), fc.integer({ min: 1, max: 100 }), (position, most) => {
				const { page, size: rows } = numberedPage(position, most);
				expect(rows).toBeLessThanOrEqual(most);
				expect((page - 1) * rows).toBeLessThanOrEqual(position + 1);
				expect(page * rows).toBeGreaterThan(position + 1);
			}),
		);
	});

	it('keeps the page size if the API returns fewer rows', async () => {
		const style = pageNumber({ rows: data, size: { param: 'limit', max: 100, byDefault: 25 }, param: 'page' });
		const { queries } = await collect(
			style,
			(query) => pageNumberServer(rowsOf(60))({ ...query, limit: 25 }),
			Infinity,
		);
		const reading = [
			[undefined, 100],
			[2, 100],
			[3, 100],
		];
		// Its pages share no row, so that only another reading tells whether rows have moved.
		expect(queries.map(({ page, limit: size }) => [page, size])).toEqual([...reading, ...reading]);
	});
});

describe('a list by time', () => {
	const ties: Array<[string, Sized, Server]> = [
		['cursor, bound counted in', byLastTime, lastRowServer(true)],
		['cursor, bound left out', byLastTime, lastRowServer(false)],
		['window, newest first, bound counted in', byWindow, windowServer(true, false)],
		['window, newest first, bound left out', byWindow, windowServer(false, false)],
	];

	it.each(ties)('loses no row with equal times: %s', async (_, styleOf, server) => {
		await fc.assert(
			// The last two moments of a page come again, so a page must hold more than these.
			fc.asyncProperty(
				total,
				fc.integer({ min: 7, max: 12 }),
				fc.integer({ min: 1, max: 3 }),
				async (count, pageMax, sameTime) => {
					const all = rowsOf(count, sameTime);
					const { rows } = await collect(styleOf(pageMax), server(all), Infinity);
					expect(rows).toEqual(all);
				},
			),
		);
	});

	it('follows rows that run from old to new', async () => {
		await fc.assert(
			fc.asyncProperty(total, fc.integer({ min: 2, max: 12 }), async (count, pageMax) => {
				const all = rowsOf(count);
				const { rows } = await collect(byWindow(pageMax), windowServer(false, true)(all), Infinity);
				expect(rows).toEqual([...all].reverse());
			}),
		);
	});

	it.each(ties)('reaches a limit just above one page: %s', async (_, styleOf, server) => {
		const all = rowsOf(20);
		const { rows } = await collect(styleOf(10), server(all), 11);
		expect(rows).toEqual(all.slice(0, 11));
	});

	it.each(ties)('does not silently end inside more equal times than fit on a page: %s', async (_, styleOf, server) => {
		const all = rowsOf(6, 4);
		const end = await collect(styleOf(2), server(all), Infinity).then(
			({ rows }) => rows.length,
			(error: unknown) => error,
		);
		expect(end instanceof ItemFailure || end === all.length).toBe(true);
	});

	it('reaches a limit just above one page from old to new, when the bound is counted in', async () => {
		const all = rowsOf(20);
		const { rows } = await collect(byWindow(10), windowServer(true, true)(all), 11);
		expect(rows).toEqual([...all].reverse().slice(0, 11));
	});
});

describe('an API that misbehaves', () => {
	const ids = fc.constantFrom('a', 'b', 'c', undefined);
	const rows = fc.array(fc.record({ id: ids, created_at: fc.constantFrom('2026-01-01', '2026-01-02', null) }), {
		maxLength: 4,
	});
	const body = fc.oneof(
		rows,
		fc.record({
			data: rows,
			has_more: fc.boolean(),
			next_cursor: fc.constantFrom('x', 'y', '', null, 7, undefined),
			pagination: fc.record({ hasMore: fc.constantFrom(true, false, 'yes') }),
			total: fc.constantFrom(0, 5, 1e9, 'many'),
		}),
		fc.constantFrom<unknown>(null, 'text', { error: 'x' }, { data: {} }),
	);
	const headers = fc.record({
		'x-has-more': fc.constantFrom('true', 'false', ''),
		'x-next-cursor': fc.constantFrom('x', 'y', ''),
	});
	const pages = fc.array(
		fc.tuple(body, headers).map(([one, its]) => response(200, one, its)),
		{ minLength: 1, maxLength: 4 },
	);

	it.each(styles)('ends in rows or a clear failure: %s', async (_, styleOf) => {
		await fc.assert(
			fc.asyncProperty(pages, max, limit, async (script, pageMax, wanted) => {
				let asked = 0;
				const serve = () => script[asked++ % script.length] ?? response(200, []);
				const end = await collect(styleOf(pageMax), serve, wanted).then(
					(collected) => collected.rows,
					(error: unknown) => error,
				);
				if (Array.isArray(end)) expect(end.length).toBeLessThanOrEqual(wanted);
				else expect(end).toBeInstanceOf(ItemFailure);
			}),
			{ numRuns: 50 },
		);
	});

	it.each(styles.slice(0, 6))('ends when every page is new and none is the last: %s', async (_, styleOf) => {
		let asked = 0;
		const endless = (query: Query) => {
			const start = styleOf(3).positionOf?.(query) ?? 3 * asked;
			asked += 1;
			const page = Array.from({ length: 3 }, (__, index) => ({ id: start + index }));
			const cursor = `c${asked}`;
			const enveloped = { data: page, next_cursor: cursor, pagination: { hasMore: true }, total: 1e9 };
			const isBare = styleOf(3).rows(page) !== undefined;
			return response(200, isBare ? page : enveloped, { 'x-has-more': 'true', 'x-next-cursor': cursor });
		};
		const { kind, description } = await failureFrom(collect(styleOf(3), endless, Infinity));
		expect(kind).toBe('input');
		expect(description).toContain('Limit');
		expect((await collect(styleOf(3), endless, 7)).rows).toHaveLength(7);
	});

	it('is reported when it sends the same page or the same cursor again', async () => {
		const same = () => response(200, { data: [{ id: 1 }], next_cursor: 'x' });
		expect((await failureFrom(collect(after(1), same, Infinity))).message).toContain('same page twice');
		let asked = 0;
		const stuck = () => response(200, { data: [{ id: (asked += 1) }], next_cursor: 'x' });
		expect((await failureFrom(collect(after(1), stuck, Infinity))).message).toContain('same page twice');
	});

	it('is reported when it does not send a list', async () => {
		for (const noList of [{ rows: [] }, null, 'x', { data: null }]) {
			expect((await failureFrom(collect(after(9), () => response(200, noList), 5))).message).toContain('list');
		}
	});

	it('is reported when it sends a page of empty rows; a single empty row is a row', async () => {
		const script = [[{ id: 1 }], [null, undefined]].map((page, index) =>
			response(200, { data: page, ...(index === 0 && { next_cursor: 'x' }) }),
		);
		expect((await failureFrom(collect(after(9), () => script.shift() ?? response(500), Infinity))).message).toContain(
			'2 empty rows',
		);
		expect((await collect(after(9), () => response(200, { data: [null, 1] }), Infinity)).rows).toEqual([null, 1]);
	});

	it('may ignore the page size and send more', async () => {
		const all = rowsOf(30);
		const { rows: collected } = await collect(after(5), () => response(200, { data: all }), 12);
		expect(collected).toEqual(all.slice(0, 12));
	});

	it('loses no row without an ID, and returns no row twice that moved to the next page', async () => {
		const script = [
			{ data: [{ id: 1 }, { id: 2 }, 'x'], next_cursor: 'p2' },
			{ data: [{ id: 2 }, { $id: 3 }, 'x'] },
		].map((page) => response(200, page));
		const { rows: collected } = await collect(after(3), () => script.shift() ?? response(500), Infinity);
		expect(collected).toEqual([{ id: 1 }, { id: 2 }, 'x', { $id: 3 }, 'x']);
	});
});
