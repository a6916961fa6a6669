import { atPath } from '../values/json';
import { yesOrNo } from '../values/yesNo';
import { isNotAll, mayBeCut, mayContinue, cannotContinue } from './continuation';
import { saysMore, tellsOfMore } from './more';
import type { PageStyle, Query, SizedList } from './page';
import { countsMore } from './totals';

/** One response has everything, or the API says that it does not. */
export const everything = (rows: PageStyle['rows']): PageStyle => ({
	inWords: 'whole list',
	rows,
	next(page) {
		if (tellsOfMore(page)) throw isNotAll(page.seen);
		return undefined;
	},
	repeated: 'fault',
});

const isCursor = (cursor: unknown): cursor is string | number =>
	(typeof cursor === 'string' && cursor !== '') || typeof cursor === 'number';

/** A query with a cursor has no position. */
const positionWithout =
	(param: string, { positionOf }: PageStyle): PageStyle['positionOf'] =>
	(query) =>
		query[param] === undefined ? positionOf?.(query) : undefined;

/**
 * Follows a cursor in the body, such as `next_cursor`, if the API returns one; otherwise goes on in the list's own way.
 * @param isOwnParam whether that way uses the same parameter, so that it does not show whether the previous page had a
 * cursor
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
		// The last page after pages with cursors.
		if (tellsOfMore(page)) throw isNotAll(page.seen);
		return undefined;
	},
});

/**
 * Follows a cursor in a response header, with a header that says whether there is more; otherwise goes on in the list's
 * own way.
 */
export const headerCursorFirst = (
	{ param, header, moreHeader }: { param: string; header: string; moreHeader: string },
	own: PageStyle,
): PageStyle => ({
	...own,
	inWords: `cursor in the headers, or ${own.inWords}`,
	positionOf: positionWithout(param, own),
	next(page) {
		const cursor = page.headers[header.toLowerCase()];
		const more = page.headers[moreHeader.toLowerCase()];
		if (yesOrNo(more) === false) return undefined;
		return isCursor(cursor) ? { [param]: cursor } : own.next(page);
	},
});

/** One page, and an error if there may be more: the API takes a size, but has no way to the next page. */
export const firstPageOnly = (style: SizedList): PageStyle => ({
	inWords: `one page of ${style.size.max}`,
	rows: style.rows,
	size: style.size,
	next(page) {
		if (!(saysMore(page) ?? (tellsOfMore(page) || mayBeCut(page, style)))) return undefined;
		throw cannotContinue(
			`The API returns at most ${page.rows.length} rows of this list, and there may be more`,
			page.rows.length,
		);
	},
	repeated: 'fault',
});

/** Counts rows. Ends on a page that is shorter than a cut page, or when the API says that there are no more rows. */
export const offset = (style: SizedList & { param: string }): PageStyle => ({
	inWords: `offset, ${style.size.max} a page`,
	rows: style.rows,
	size: style.size,
	positionOf: ({ [style.param]: position = 0 }) => Number(position),
	from: (position) => ({ [style.param]: position }),
	next: (page) => (mayContinue(page) ? { [style.param]: page.onward } : undefined),
	repeated: 'end',
});

/**
 * The numbered page that begins at a position or before it, has the rows after it, and ends last: numbers count in
 * pages of one size, so 99 rows from the 99th on are page 2 of pages of 99.
 * @param max rows of a page
 */
export function numberedPage(position: number, max: number): { page: number; size: number } {
	const end = (size: number) => (Math.floor(position / size) + 1) * size;
	const sizes = Array.from({ length: Math.ceil(max / 2) }, (_, less) => max - less);
	const size = sizes.reduce((best, each) => (end(each) > end(best) ? each : best), max);
	return end(size) > position + 1
		? { page: end(size) / size, size }
		: { page: Math.floor((position + 1) / max) + 1, size: max };
}

/** Counts pages from 1. Ends when the API's total is reached, or like `offset` if the API has no total. */
export const pageNumber = (style: SizedList & { param: string; totalPath?: string[] }): PageStyle => {
	const { param, size: sized } = style;
	const from = (position: number): Query => {
		const { page, size } = numberedPage(position, sized.max);
		return { [param]: page, [sized.param]: size };
	};
	return {
		inWords: `page number, ${sized.max} a page`,
		rows: style.rows,
		size: sized,
		constantSize: true,
		positionOf: ({ [param]: page = 1, [sized.param]: size }) => (Number(page) - 1) * Number(size ?? 0),
		from,
		next(page) {
			const total = style.totalPath ? atPath(page.body, style.totalPath) : undefined;
			// A total as large as a full page may be the total of that page alone.
			const isTold = typeof total === 'number' && !(total === page.rows.length && mayBeCut(page, style));
			const isWhole = isTold && !countsMore(page) && page.end >= total;
			if (isWhole || !mayContinue(page)) return undefined;
			// An API that returns fewer rows than requested has its own page size.
			const isAsAsked = page.rows.length === page.size;
			return isAsAsked ? from(page.onward) : { [param]: Number(page.query[param] ?? 1) + 1, [sized.param]: page.size };
		},
		repeated: 'end',
	};
};
