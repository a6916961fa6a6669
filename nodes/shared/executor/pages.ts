import { DateTime } from 'luxon';

import { at, isRecord } from '../json';

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

/**
 * A moment a little off, so that rows of the very same moment are asked for again rather than skipped by an API that
 * leaves the moment itself out.
 */
function nudged(moment: unknown, milliseconds: 1 | -1): unknown {
	const time = typeof moment === 'string' ? DateTime.fromISO(moment, { setZone: true }) : undefined;
	return time?.isValid ? time.plus({ milliseconds }).toISO() : moment;
}

/**
 * The last row's moment is the cursor, such as `created_at`, newest first. Whether the API counts the moment itself in is
 * open, so it is asked for again: the loop drops rows that it has seen, and pages keep their size to leave room for them.
 */
export const lastRowCursor = (
	style: Sized & { param: string; member: string; morePath: string[] },
): PageStyle => ({
	rows: style.rows,
	size: style.size,
	constantSize: true,
	next: ({ body, rows }) => {
		const last = at(rows.at(-1), style.member);
		return at(body, ...style.morePath) === true && last !== undefined && last !== null
			? { [style.param]: nudged(last, 1) }
			: undefined;
	},
	repeated: 'fault',
});

/**
 * A time window without a cursor: the next request moves the bound that the rows run towards to the last row's time.
 * Newest first moves `end`, oldest first moves `start`.
 */
export const timeWindow = (
	style: Sized & { start: string; end: string; member: string; morePath: string[] },
): PageStyle => ({
	rows: style.rows,
	size: style.size,
	constantSize: true,
	next: ({ body, rows }) => {
		if (at(body, ...style.morePath) !== true) return undefined;
		const first = String(at(rows[0], style.member) ?? '');
		const last = String(at(rows.at(-1), style.member) ?? '');
		if (last === '') return undefined;
		return first < last ? { [style.start]: nudged(last, -1) } : { [style.end]: nudged(last, 1) };
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
