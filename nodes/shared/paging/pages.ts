import { at, atPath, isRecord } from '../values/json';
import { ItemFailure } from '../contract/failure';
import { numbersMorePages, saysMore, tellsOfMore } from './more';
import { countsMore } from './totals';
import { yesOrNo } from '../values/yesNo';
import { plainText } from '../values/text';

/** Query parameters of one request. A member that is undefined is not sent. */
export type Query = Record<string, unknown>;

/** One page as it came back. */
export interface Page {
	body: unknown;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** Its rows, already taken out of the body. */
	rows: unknown[];
	/** Rows that have come with this page and those before it, none twice. */
	seen: number;
	/** Those of them that are counted as come: rows that have left the list meanwhile are not. */
	distinct: number;
	/** Position behind its last row. */
	end: number;
	/** Where to go on, by position: at its last row, where that can be known again, else behind it. */
	onward: number;
	/** The rows that the list has by the totals of this page and those before it, 0 for none. */
	announced: number;
	/** Rows of the page before it alone, 0 for the first. */
	before: number;
	/** The query that asked for it, page size included. */
	query: Query;
	/** Rows asked for, undefined when the API takes no page size. */
	size: number | undefined;
}

/** The parameter that asks for a page size. */
export interface PageSize {
	param: string;
	/** The documented maximum, by the strictest document. */
	max: number;
	/** What the API hands out unasked: a page that long may be cut as well. */
	byDefault?: number;
}

/** How an API hands out a long list. Pure data and functions; the loop is in `collectRows.ts`. */
export interface PageStyle {
	/** Absent when the API takes none. */
	size?: PageSize;
	/** True where the page size must not follow what is left to the limit: rows come back. */
	constantSize?: true;
	/**
	 * Where pages are asked for by position: the position of the first row that a query asks for; undefined for one that goes by
	 * something else. Rows that leave the list shift all others, which shows by the rows that come again.
	 */
	positionOf?: (query: Query) => number | undefined;
	/** The query for a page that begins at a position or before it. */
	from?: (position: number) => Query;
	/** True where rows come again on a next page although none has moved. */
	comesAgain?: true;
	/** The rows of a body; undefined when the body is not such a list. */
	rows: (body: unknown) => unknown[] | undefined;
	/** What makes a row the same row on a later page; its `id` when absent. */
	identity?: (row: unknown) => string | undefined;
	/** What the next request's query changes; undefined at the end of the list. Throws ItemFailure where there is no way to the rest. */
	next: (page: Page) => Query | undefined;
	/** Whether a row is one of those that are asked for; all are when absent. */
	isWanted?: (row: unknown) => boolean;
	/** Whether no row that is wanted can follow a page. */
	isEnough?: (page: Page) => boolean;
	/** Another way on, where a page brought nothing new: the API may not know the parameter. */
	otherwise?: (page: Page) => Query | undefined;
	/**
	 * What a page that brings nothing new means, where it is not as long as one that is cut and the API does not say that there is
	 * more: the `end`, or a `fault` of the API that would otherwise loop or lose rows.
	 */
	repeated: 'end' | 'fault';
}

/** Where the rows are: the body itself when no path is given. */
export const rowsAt = (...path: string[]) => rowsAtPath(path);

/** The same for a path of any length. */
export const rowsAtPath =
	(path: readonly string[]) =>
	(body: unknown): unknown[] | undefined => {
		const rows = atPath(body, path);
		return Array.isArray(rows) ? rows : undefined;
	};

/** The first of several readings that finds rows; an empty list only where none does. */
export const firstOf =
	(...readings: Array<PageStyle['rows']>) =>
	(body: unknown): unknown[] | undefined => {
		let empty: unknown[] | undefined;
		for (const read of readings) {
			const rows = read(body);
			if (rows && rows.length > 0) return rows;
			empty ??= rows;
		}
		return empty;
	};

/** Rows under the name of what they are, in the common envelope, or bare: documents disagree, and not every list is shown. */
export const rowsNamed = (...names: string[]): PageStyle['rows'] =>
	firstOf(...names.map((name) => rowsAt(name)), rowsAt('data'), rowsAt());

/** What makes a row the same row on a later page. */
export function identityOf(row: unknown): string | undefined {
	const id = isRecord(row) ? (row.id ?? row.$id) : undefined;
	return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

/** For lists that the API hands out a part of only: leaving rows out silently is no answer. */
export const noWayOn = (message: string, count: number): ItemFailure =>
	new ItemFailure({
		kind: 'unavailable',
		message,
		description: `Turn off Return All and set Limit to ${count} or less, or narrow the list with filters.`,
	});

export const isNotAll = (count: number): ItemFailure =>
	noWayOn(`The API handed out ${count} rows of this list and says that there are more, but has no way to them`, count);

/** No document of any vendor names a page of fewer rows: 20 are what Kakiyo hands out unasked (docs/vendors/kakiyo.md#paging). */
const LEAST_CUT = 20;

/** Whether a page without a word about more may be cut: exactly as long as was asked for, or as what the API hands out unasked. */
export const mayBeCut = ({ rows, size }: Page, { size: asked }: Pick<PageStyle, 'size'>): boolean =>
	size !== undefined && (rows.length === size || rows.length === asked?.byDefault);

/** Whether an answer that does not say whether there is more counts more rows, or numbers more pages, than have come. */
const countsOn = (page: Page): boolean => countsMore(page) || (page.seen <= page.rows.length && numbersMorePages(page.body));

/**
 * Whether to ask for another page: the API's word, or, where it says nothing, a page that is not shorter than any that is cut,
 * which is known by the page before, or else by the documents.
 */
function mayGoOn(page: Page): boolean {
	const { rows, size = Infinity, before } = page;
	const isToldOf = saysMore(page) ?? (countsOn(page) || undefined);
	if (rows.length > 0) return isToldOf ?? rows.length >= Math.min(size, Math.max(before, LEAST_CUT));
	if (isToldOf) throw isNotAll(page.seen);
	return false;
}

/** Whether rows are missing where a page brings nothing new. */
export const isMissingRows = (page: Page): boolean => saysMore(page) ?? countsOn(page);

/** One response holds everything, or the API says that it does not. */
export const everything = (rows: PageStyle['rows']): PageStyle => ({
	rows,
	next(page) {
		if (tellsOfMore(page)) throw isNotAll(page.seen);
		return undefined;
	},
	repeated: 'fault',
});

interface Sized {
	rows: PageStyle['rows'];
	size: PageSize;
}

const isCursor = (cursor: unknown): cursor is string | number =>
	(typeof cursor === 'string' && cursor !== '') || typeof cursor === 'number';

/** A query with a cursor goes by no position. */
const positionWithout =
	(param: string, { positionOf }: PageStyle): PageStyle['positionOf'] =>
	(query) =>
		query[param] === undefined ? positionOf?.(query) : undefined;

/**
 * Follows a cursor in the body, such as `next_cursor`, wherever the API hands one out; else goes on in the list's own way.
 * @param isOwnParam whether that way has the same parameter, so that it does not tell where the page before has had a cursor
 */
export const cursorFirst = (
	{ param, path, isOwnParam = false }: { param: string; path: string[]; isOwnParam?: boolean },
	own: PageStyle,
): PageStyle => ({
	...own,
	positionOf: positionWithout(param, own),
	next(page) {
		const cursor = atPath(page.body, path);
		if (isCursor(cursor) && saysMore(page) !== false) return { [param]: cursor };
		const isLast = !isOwnParam && page.query[param] !== undefined;
		if (!isLast) return own.next(page);
		// The last page of those that cursors led through.
		if (tellsOfMore(page)) throw isNotAll(page.seen);
		return undefined;
	},
});

/** Follows a cursor in a response header, with a header that tells whether there is more; else goes on in the list's own way. */
export const headerCursorFirst = (
	{ param, header, moreHeader }: { param: string; header: string; moreHeader: string },
	own: PageStyle,
): PageStyle => ({
	...own,
	positionOf: positionWithout(param, own),
	next(page) {
		const cursor = page.headers[header.toLowerCase()];
		const more = page.headers[moreHeader.toLowerCase()];
		if (yesOrNo(more) === false) return undefined;
		return isCursor(cursor) ? { [param]: cursor } : own.next(page);
	},
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

const timesOf = (rows: unknown[], member: string): number[] =>
	rows.map((row) => Date.parse(plainText(at(row, member)))).filter((time) => !Number.isNaN(time));

function isOldestFirst(times: number[]): boolean {
	const [first, last] = [times[0], times.at(-1)];
	return first !== undefined && last !== undefined && first < last;
}

/** Going on from a row's time passes over rows where the rows are in another order. */
function isInOrder(times: number[], oldestFirst: boolean): boolean {
	return times.every((time, index) => {
		const before = times[index - 1] ?? time;
		return oldestFirst ? before <= time : before >= time;
	});
}

/**
 * The same where the API may list rows by their last change: pages that are in both orders do not tell which one it is. Rows that
 * follow by that other order were made no later than the last row was changed.
 */
function lastTimeByEither(rows: unknown[], member: string, changed: string): string {
	const cursor = lastCompleteTime(rows, member);
	const last = at(rows.at(-1), changed);
	const isInBoth = typeof last === 'string' && isInOrder(timesOf(rows, changed), false) && Date.parse(last) > Date.parse(cursor);
	if (!isInBoth) return cursor;
	if (Date.parse(last) < Date.parse(plainText(at(rows[0], member)))) return last;
	throw noWayOn('The list may be in order of the last change, so that there is no way to the rows after these', rows.length);
}

/**
 * A list that goes on from a row's time, such as `created_at`.
 * `changed` is the time of a row's last change, where the API may list by it. `older` asks for rows before a time; `newer`, where the API may list the oldest first, for rows after it.
 */
export const byTime = (style: Sized & { member: string; changed?: string; older: string; newer?: string }): PageStyle => ({
	rows: style.rows,
	size: style.size,
	constantSize: true,
	comesAgain: true,
	next(page) {
		if (!mayGoOn(page)) return undefined;
		const { newer, older, member, changed } = style;
		const times = timesOf(page.rows, member);
		const oldestFirst = isOldestFirst(times);
		if (!isInOrder(times, oldestFirst)) {
			throw noWayOn('The list is not in order of time, so that there is no way to the rows after these', page.seen);
		}
		if (newer !== undefined && oldestFirst) return { [newer]: lastCompleteTime(page.rows, member) };
		return { [older]: changed === undefined ? lastCompleteTime(page.rows, member) : lastTimeByEither(page.rows, member, changed) };
	},
	// Rows of the last time come again as a page of their own.
	repeated: 'end',
});

/** One page, and a clear word where there may be more: the API takes a size, but has no way to the next page. */
export const firstPageOnly = (style: Sized): PageStyle => ({
	rows: style.rows,
	size: style.size,
	next(page) {
		if (!(saysMore(page) ?? (tellsOfMore(page) || mayBeCut(page, style)))) return undefined;
		throw noWayOn(`The API hands out ${page.rows.length} rows of this list at most, and may have more`, page.rows.length);
	},
	repeated: 'fault',
});

/** Counts rows. Ends on a page that is too short to be cut, or when the API says that there is no more. */
export const offset = (style: Sized & { param: string }): PageStyle => ({
	rows: style.rows,
	size: style.size,
	positionOf: ({ [style.param]: position = 0 }) => Number(position),
	from: (position) => ({ [style.param]: position }),
	next: (page) => (mayGoOn(page) ? { [style.param]: page.onward } : undefined),
	repeated: 'end',
});

/**
 * The numbered page that begins at a position or before it, has the rows that follow it, and ends last: numbers count in pages
 * of one size, so that 99 rows from the 99th on are page 2 of pages of 99.
 * @param max rows of a page
 */
export function numberedPage(position: number, max: number): { page: number; size: number } {
	const end = (size: number) => (Math.floor(position / size) + 1) * size;
	const sizes = Array.from({ length: Math.ceil(max / 2) }, (_, less) => max - less);
	const size = sizes.reduce((best, each) => (end(each) > end(best) ? each : best), max);
	return end(size) > position + 1 ? { page: end(size) / size, size } : { page: Math.floor((position + 1) / max) + 1, size: max };
}

/** Counts pages from 1. Ends when the API's total is reached, or as `offset` does where it tells none. */
export const pageNumber = (style: Sized & { param: string; totalPath?: string[] }): PageStyle => {
	const { param, size: sized } = style;
	const from = (position: number): Query => {
		const { page, size } = numberedPage(position, sized.max);
		return { [param]: page, [sized.param]: size };
	};
	return {
		rows: style.rows,
		size: sized,
		constantSize: true,
		positionOf: ({ [param]: page = 1, [sized.param]: size }) => (Number(page) - 1) * Number(size ?? 0),
		from,
		next(page) {
			const total = style.totalPath ? atPath(page.body, style.totalPath) : undefined;
			// As many as a full page has may be the total of that page alone.
			const isTold = typeof total === 'number' && !(total === page.rows.length && mayBeCut(page, style));
			const isWhole = isTold && !countsMore(page) && page.end >= total;
			if (isWhole || !mayGoOn(page)) return undefined;
			// An API that hands out fewer rows than asked for counts in pages of its own.
			const isAsAsked = page.rows.length === page.size;
			return isAsAsked ? from(page.onward) : { [param]: Number(page.query[param] ?? 1) + 1, [sized.param]: page.size };
		},
		repeated: 'end',
	};
};
