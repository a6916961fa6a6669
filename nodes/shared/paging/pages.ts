import { at, isRecord } from '../values/json';
import { ItemFailure } from '../contract/failure';

/** Query parameters of one request. */
export type Query = Record<string, unknown>;

/** One page as it came back. */
export interface Page {
	body: unknown;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** Its rows, already taken out of the body. */
	rows: unknown[];
	/** The query that asked for it, page size included. */
	query: Query;
	/** Rows asked for, undefined when the API takes no page size. */
	size: number | undefined;
}

/** How an API hands out a long list. Pure data and functions; the loop is in `list.ts`. */
export interface PageStyle {
	/** Name of the page size parameter and its documented maximum; absent when the API has none. */
	size?: { param: string; max: number };
	/** True where the page size must not change on the way: page numbers count in it, or rows come back. */
	constantSize?: true;
	/** The rows of a body; undefined when the body is not such a list. */
	rows: (body: unknown) => unknown[] | undefined;
	/** What the next request's query changes; undefined at the end of the list. */
	next: (page: Page) => Query | undefined;
	/**
	 * What a page that brings nothing new means: the `end`, where documents leave open whether the API
	 * pages at all, or a `fault` of the API that would otherwise loop or lose rows.
	 */
	repeated: 'end' | 'fault';
}

/** Where the rows are: the body itself when no path is given. */
export const rowsAt =
	(...path: string[]) =>
	(body: unknown): unknown[] | undefined => {
		const rows = at(body, ...path);
		return Array.isArray(rows) ? rows : undefined;
	};

/** The first of several readings that finds a list. */
export const firstOf =
	(...readings: Array<PageStyle['rows']>) =>
	(body: unknown): unknown[] | undefined => {
		for (const read of readings) {
			const rows = read(body);
			if (rows) return rows;
		}
		return undefined;
	};

const isShort = ({ rows, size }: Page): boolean => rows.length === 0 || (size !== undefined && rows.length < size);

/** One response holds everything. */
export const everything = (rows: PageStyle['rows']): PageStyle => ({
	rows,
	next: () => undefined,
	repeated: 'fault',
});

interface Sized {
	rows: PageStyle['rows'];
	size: { param: string; max: number };
}

/** A cursor in the body, such as `next_cursor`; absent or empty at the end. */
export const bodyCursor = (style: Sized & { param: string; path: string[] }): PageStyle => ({
	rows: style.rows,
	size: style.size,
	next: ({ body }) => {
		const cursor = at(body, ...style.path);
		const isCursor = (typeof cursor === 'string' && cursor !== '') || typeof cursor === 'number';
		return isCursor ? { [style.param]: cursor } : undefined;
	},
	repeated: 'fault',
});

/** A cursor in a response header, with a header that tells whether there is more. */
export const headerCursor = (
	style: Sized & { param: string; header: string; moreHeader: string },
): PageStyle => ({
	rows: style.rows,
	size: style.size,
	next: ({ headers }) => {
		const cursor = headers[style.header.toLowerCase()];
		const more = headers[style.moreHeader.toLowerCase()] === 'true';
		return more && cursor ? { [style.param]: cursor } : undefined;
	},
	repeated: 'fault',
});

/** Whether there is more: the API's word, or, where it says nothing, a page that is full. */
function mayGoOn({ body, rows, size }: Page, morePath: string[]): boolean {
	const more = at(body, ...morePath);
	return typeof more === 'boolean' ? more : size !== undefined && rows.length >= size;
}

/** For lists that the API hands out a part of only: leaving rows out silently is no answer. */
const noWayOn = (message: string, count: number): ItemFailure =>
	new ItemFailure({
		kind: 'unavailable',
		message,
		description: `Turn off Return All and set Limit to ${count} or less, or narrow the list with filters.`,
	});

/**
 * The point in time to go on from. Rows may share their time across the border of a page, and whether the API counts rows
 * of the cursor's own time in is open. So it is the time before the last row's: that time's rows come again as a whole,
 * and the loop drops what it has seen.
 */
function lastCompleteTime(rows: unknown[], member: string): string {
	const times = rows.map((row) => at(row, member));
	const last = times.at(-1);
	const complete = times.findLast((time) => time !== last);
	if (typeof complete === 'string') return complete;
	throw noWayOn(
		`The list has more than ${rows.length} rows of the same time, and the API has no way to reach the others`,
		rows.length,
	);
}

function isOldestFirst(rows: unknown[], member: string): boolean {
	const [first, last] = [rows[0], rows.at(-1)].map((row) => Date.parse(String(at(row, member))));
	return first !== undefined && last !== undefined && first < last;
}

/**
 * A list that goes on from a row's time, such as `created_at`.
 * `older` asks for rows before a time; `newer`, where the API may list the oldest first, for rows after it.
 */
export const byTime = (
	style: Sized & { member: string; older: string; newer?: string; morePath: string[] },
): PageStyle => ({
	rows: style.rows,
	size: style.size,
	constantSize: true,
	next(page) {
		if (page.rows.length === 0 || !mayGoOn(page, style.morePath)) return undefined;
		const { newer, older, member } = style;
		const param = newer !== undefined && isOldestFirst(page.rows, member) ? newer : older;
		return { [param]: lastCompleteTime(page.rows, member) };
	},
	repeated: 'fault',
});

/** One page, and a clear word where there may be more: the API takes a size, but has no way to the next page. */
export const firstPageOnly = (style: Sized & { morePath: string[] }): PageStyle => ({
	rows: style.rows,
	size: style.size,
	next(page) {
		if (!mayGoOn(page, style.morePath)) return undefined;
		const { length } = page.rows;
		throw noWayOn(`The API hands out ${length} rows of this list at most, and may have more`, length);
	},
	repeated: 'fault',
});

/** Counts rows. Ends on a short page, or when the API says that there is no more. */
export const offset = (
	style: Sized & { param: string; morePath?: string[]; repeated?: PageStyle['repeated'] },
): PageStyle => ({
	rows: style.rows,
	size: style.size,
	next: (page) => {
		const more = style.morePath ? at(page.body, ...style.morePath) : undefined;
		const ended = typeof more === 'boolean' ? !more || page.rows.length === 0 : isShort(page);
		return ended
			? undefined
			: { [style.param]: Number(page.query[style.param] ?? 0) + page.rows.length };
	},
	repeated: style.repeated ?? 'fault',
});

/** Counts pages from 1. Ends on a short page, or when the API's total is reached. */
export const pageNumber = (style: Sized & { param: string; totalPath?: string[] }): PageStyle => ({
	rows: style.rows,
	size: style.size,
	constantSize: true,
	next: (page) => {
		const number = Number(page.query[style.param] ?? 1);
		const total = style.totalPath ? at(page.body, ...style.totalPath) : undefined;
		const reached =
			typeof total === 'number' && page.size !== undefined && number * page.size >= total;
		return isShort(page) || reached ? undefined : { [style.param]: number + 1 };
	},
	repeated: 'fault',
});

/**
 * The style that fits the body, for an API whose documents disagree about it.
 * The first style whose rows are found decides, page by page.
 */
export const whichever = (...styles: [PageStyle, ...PageStyle[]]): PageStyle => ({
	...styles[0],
	rows: firstOf(...styles.map(({ rows }) => rows)),
	next: (page) => styles.find(({ rows }) => rows(page.body))?.next(page),
	repeated: styles.some(({ repeated }) => repeated === 'end') ? 'end' : 'fault',
});

/** What makes a row the same row on a later page. */
export function identityOf(row: unknown): string | undefined {
	const id = isRecord(row) ? (row.id ?? row.$id) : undefined;
	return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}
