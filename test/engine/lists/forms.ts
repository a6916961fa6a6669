import type { Answer, Query, Serve } from './listServer';

/** A row that fits every list: it has the ID under each name that a list uses. */
export interface Row {
	[member: string]: string;
	id: string;
	created_at: string;
}

/** Newest first, no two of the same time. */
export const rowsOf = (count: number): Row[] =>
	Array.from({ length: count }, (_, index) => {
		const id = `row-${String(index).padStart(3, '0')}`;
		const created_at = new Date(Date.UTC(2026, 0, 1) - index * 60_000).toISOString();
		return { id, $id: id, chatId: id, call_id: id, phone_number: id, name: id, created_at };
	});

/** How a vendor wraps the rows of one page. */
export type Wrap = (rows: unknown[]) => object;

/** An API that returns these rows in one of the forms that documents show. */
export type Form = (rows: Row[], wrap: Wrap) => Serve;

const TIMES = ['after', 'created_before', 'to', 'end'];

const isTime = (value: string | undefined): value is string =>
	value !== undefined && !Number.isNaN(Date.parse(value)) && value.includes('T');

/** Where a page begins, by any of the parameters that ask for it. */
function startOf(rows: Row[], query: Query, size: number): number {
	if (query.offset !== undefined) return Number(query.offset);
	if (query.page !== undefined) return (Number(query.page) - 1) * size;
	const older = TIMES.map((name) => query[name]).find(isTime);
	if (older !== undefined) return rows.filter(({ created_at }) => created_at >= older).length;
	const cursor = query.after ?? query.cursor;
	return rows.findIndex(({ id }) => id === cursor) + 1;
}

const askedSize = ({ limit, page_size }: Query): number => Number(limit ?? page_size ?? Infinity);

/** Pages of at most `cap` rows; all rows if the request asks for no page size. */
function pageOf(rows: Row[], query: Query, cap: number): { page: Row[]; isMore: boolean } {
	const size = askedSize(query) === Infinity ? Infinity : Math.min(askedSize(query), cap);
	const start = startOf(rows, query, size);
	return { page: rows.slice(start, start + size), isMore: start + size < rows.length };
}

const bare: Wrap = (rows) => rows;
const inData: Wrap = (data) => ({ data });

const whole =
	(wrap: Wrap): Form =>
	(rows) =>
	() => ({ body: wrap(rows) });

const capped =
	(cap: number, wrapped?: Wrap): Form =>
	(rows, wrap) =>
	(query) => ({ body: (wrapped ?? wrap)(pageOf(rows, query, cap).page) });

/** By the API introduction: 20 rows unless asked for more, 100 at most, and a cursor as long as there are more. */
const introduced: Form = (rows) => (query) => {
	const { page, isMore } = pageOf(rows, { ...query, limit: query.limit ?? '20' }, 100);
	return { body: { data: page, has_more: isMore, ...(isMore && { next_cursor: page.at(-1)?.id }) } };
};

const withMember = (body: object, member: object): object =>
	Array.isArray(body) ? { data: body as unknown[], ...member } : { ...body, ...member };

/** The same first rows for every request, and a member that says that there are more. */
const withoutWayOn =
	(member: object): Form =>
	(rows, wrap) =>
	() => ({ body: withMember(wrap(rows.slice(0, 20)), member) });

/** Pages that go on by time, offset or page number, with the word whether there are more. */
const withFlag: Form = (rows, wrap) => (query) => {
	const { page, isMore } = pageOf(rows, { ...query, limit: query.limit ?? query.page_size ?? '20' }, 100);
	return { body: withMember(wrap(page), { has_more: isMore }) };
};

/** The page size is heeded, and nothing else: every page is the first one. */
const alwaysFirst: Form = (rows) => (query) => ({
	body: pageOf(rows, { ...(query.limit && { limit: query.limit }) }, 100).page,
});

/** OpenAPI on campaigns: a bare array that goes on with `after`, and knows no `offset` (docs/vendors/kakiyo.md#c2). */
const arrayAfter: Form = (rows) => (query) => ({
	body: pageOf(rows, { ...(query.after && { after: query.after }), ...(query.limit && { limit: query.limit }) }, 100)
		.page,
});

/** The same in the common envelope, without a cursor. */
const dataAfter: Form = (rows, wrap) => (query) => ({ body: { data: arrayAfter(rows, wrap)(query).body } });

const dataAlwaysFirst: Form = (rows, wrap) => (query) => ({ body: { data: alwaysFirst(rows, wrap)(query).body } });

/** What an API says about the rows that it has. */
interface Count {
	member?: object;
	headers?: Record<string, string>;
}

/** Pages of fewer rows than any document has, and a count of all. */
const counted =
	(count: (total: number) => Count): Form =>
	(rows, wrap) =>
	(query) => {
		const { member = {}, headers } = count(rows.length);
		return {
			body: withMember(
				wrap(pageOf(rows, { ...query, limit: query.limit ?? query.page_size ?? '11' }, 11).page),
				member,
			),
			...(headers && { headers }),
		};
	};

/** The first rows for every request, and a header that says that there are more. */
const withHeaders =
	(headers: Record<string, string>): Form =>
	(rows, wrap) =>
	() => ({ body: wrap(rows.slice(0, 20)), headers });

/** A count with the first page alone, after which `left` rows come, and then none. */
const countedThenLeft =
	(left: number, count: (total: number) => Count): Form =>
	(rows, wrap) =>
	(query) => {
		const { page } = pageOf(rows.slice(0, 100 + left), query, 100);
		const { member = {}, headers } = page[0] === rows[0] ? count(rows.length) : {};
		return { body: withMember(wrap(page), member), ...(headers && { headers }) };
	};

/** Small pages, and a count of the rows from there on; the last `lost` rows never come. */
const countedFromThereOn =
	(lost: number): Form =>
	(rows, wrap) =>
	(query) => {
		const { page } = pageOf(
			rows.slice(0, rows.length - lost),
			{ ...query, limit: query.limit ?? query.page_size ?? '25' },
			25,
		);
		const total = page[0] ? rows.length - rows.indexOf(page[0]) : 0;
		return { body: withMember(wrap(page), { total }) };
	};

/** The rows in the common envelope, beside an empty list under the name of the records. */
const besideEmpty: Form = (rows, wrap) => (query) => ({
	body: { ...withMember(wrap([]), {}), data: pageOf(rows, query, 100).page },
});

const headerCursor: Form = (rows) => (query) => {
	const { page, isMore } = pageOf(rows, query, 100);
	return {
		body: page,
		headers: { 'x-has-more': String(isMore), ...(isMore && { 'x-next-cursor': page.at(-1)?.id ?? '' }) },
	};
};

/** What other APIs say beside the rows of a part of a list. */
const WORDS_OF_OTHERS: Record<string, object> = {
	'HasMore, in other letters': { HasMore: true },
	'more: true': { more: true },
	IsTruncated: { IsTruncated: true },
	'last: false and a count of elements': { last: false, totalElements: 130, totalPages: 7, number: 0 },
	'isLast: false': { isLast: false },
	'a link as OData has it': { '@odata.nextLink': 'https://vendor.example/?skip=20' },
	'a list of links': {
		links: [
			{ rel: 'self', href: 'https://vendor.example/' },
			{ rel: 'next', href: 'https://vendor.example/?page=2' },
		],
	},
	'a next link among pages': { pages: { next: 'https://vendor.example/?page=2', page: 1 } },
	'a cursor beside the rows, in response_metadata': { response_metadata: { next_cursor: 'x' } },
	NextToken: { NextToken: 'x' },
	'a next offset': { next_offset: 20 },
	'a count of pages in page': { page: { number: 0, totalPages: 7 } },
	'has_more in metadata': { metadata: { has_more: true } },
	...Object.fromEntries(
		['total_items', 'totalResults', 'total_records', 'totalSize'].map((name) => [name, { [name]: 130 }]),
	),
};

const HEADERS_OF_OTHERS: Record<string, Record<string, string>> = {
	'Content-Range': { 'content-range': 'items 0-19/130' },
	'X-Total': { 'x-total': '130' },
	'X-Next-Page': { 'x-next-page': '2' },
	'a Link in other quotes': { link: '<https://vendor.example/?page=2>; title="on"; REL=\'last next\'' },
};

/** Forms in which the rows are all there, if one goes on in the way that the list has. */
export const FORMS: Record<string, Form> = {
	'a bare array': whole(bare),
	'{ data }': whole(inData),
	'its own envelope': (rows, wrap) => () => ({ body: wrap(rows) }),
	'{ data, has_more, next_cursor }': introduced,
	'its own envelope with has_more': withFlag,
	'a bare array that knows no offset': alwaysFirst,
	'a bare array with after': arrayAfter,
	'{ data } with after': dataAfter,
	'{ data } that knows no offset': dataAlwaysFirst,
	'a total': counted((total) => ({ member: { total } })),
	'a total in meta beside the count of the page': counted((total) => ({
		member: { count: 11, meta: { total: String(total) } },
	})),
	'X-Total-Count': counted((total) => ({ headers: { 'x-total-count': String(total) } })),
	'a total without a way on': withoutWayOn({ total: 130 }),
	'X-Total-Count without a way on': withHeaders({ 'x-total-count': '130' }),
	'a total as people write it, without a way on': withoutWayOn({ total: '1,300' }),
	'a total with the first page, then an empty page': countedThenLeft(0, (total) => ({ member: { total } })),
	'a total with the first page, then a short page': countedThenLeft(15, (total) => ({ member: { total } })),
	'X-Total-Count with the first page, then an empty page': countedThenLeft(0, (total) => ({
		headers: { 'x-total-count': String(total) },
	})),
	'X-Total-Count with the first page, then a short page': countedThenLeft(15, (total) => ({
		headers: { 'x-total-count': String(total) },
	})),
	'a total of the rows from there on': countedFromThereOn(0),
	'a total of the rows from there on, of which the last never come': countedFromThereOn(5),
	'{ data } beside an empty list of its own': besideEmpty,
	'a cursor in the headers': headerCursor,
	'has_more: 1 without a cursor': withoutWayOn({ has_more: 1 }),
	'has_more: "yes" without a cursor': withoutWayOn({ has_more: 'Yes' }),
	'has_more without a cursor': withoutWayOn({ has_more: true }),
	'has_more without a cursor, in pagination': withoutWayOn({ pagination: { hasMore: true } }),
	'a cursor of another name': withoutWayOn({ next_page_token: 'x' }),
	...Object.fromEntries(
		Object.entries(WORDS_OF_OTHERS).map(([name, member]) => [`${name}, without a way on`, withoutWayOn(member)]),
	),
	...Object.fromEntries(
		Object.entries(HEADERS_OF_OTHERS).map(([name, headers]) => [`${name}, without a way on`, withHeaders(headers)]),
	),
};

/** Forms in which a page does not show that more pages follow, with the most rows of a page. */
export const CUT_FORMS: Array<[name: string, cap: number, Form]> = [100, 50, 25, 20].flatMap(
	(cap): Array<[string, number, Form]> => [
		[`its own envelope, ${cap} a page`, cap, capped(cap)],
		[`a bare array, ${cap} a page`, cap, capped(cap, bare)],
	],
);

const always =
	(body: unknown): Serve =>
	(): Answer => ({ body });

/** Answers with status 200 that are not a list. */
export const FAULTS: Record<string, (wrap: Wrap) => Serve> = {
	'an error as a word': () => always({ error: 'internal_error', message: 'Something went wrong' }),
	'an error as a record': () => always({ error: { code: 'internal_error', message: 'Something went wrong' } }),
	'an error as a sentence': () => always({ success: false, error: 'Something went wrong' }),
	'an error in the envelope': () => always({ error: 'internal_error', data: null }),
	'success: false beside no rows': (wrap) =>
		always(withMember(wrap([]), { success: false, message: 'Something went wrong' })),
	'errors beside no rows': (wrap) => always(withMember(wrap([]), { errors: [{ message: 'Something went wrong' }] })),
	'error: true beside no rows': (wrap) => always(withMember(wrap([]), { error: true })),
	'the status of an error beside no rows': (wrap) => always(withMember(wrap([]), { status: 'error', total: 0 })),
	'an error as a row': (wrap) => always(wrap([{ error: 'Something went wrong' }])),
	'an error as the last row': (wrap) => always(wrap([...rowsOf(3), { error: 'Something went wrong' }])),
	'rows with nothing in them': (wrap) => always(wrap([null, null])),
	'an error beside the rows': (wrap) => always(withMember(wrap(rowsOf(3)), { error: 'Something went wrong' })),
};

/** Answers with status 200 that a program cannot understand as a list. */
export const RIDDLES: Record<string, unknown> = {
	'an unknown member': { hello: 'world' },
	'a record where rows should be': { data: { hello: 'world' } },
	nothing: null,
	'a number': 5,
};
