import type { KaiCalls } from './kaicalls';
import type { Dated } from './state';

interface PageQuery {
	limit: number;
	after?: string | undefined;
}

/** Newest first; of records with the same time, the later record first. */
export function newestFirst<T extends Dated>(rows: Iterable<T>): T[] {
	return lastFirst(rows, ({ created_at }) => created_at);
}

/** The same by another time. */
export function lastFirst<T>(rows: Iterable<T>, moment: (row: T) => number): T[] {
	return [...rows].reverse().sort((left, right) => moment(right) - moment(left));
}

/** The first rows and whether there are more. */
export function firstOf<T>(rows: readonly T[], limit: number): { rows: T[]; has_more: boolean } {
	return { rows: rows.slice(0, limit), has_more: rows.length > limit };
}

/** A page of a list that goes on with `after=<created_at of the last row>`, newest first. */
export function page<T extends Dated>(
	{ settings }: KaiCalls,
	rows: Iterable<T>,
	{ limit, after }: PageQuery,
): { rows: T[]; has_more: boolean } {
	const cursor = after === undefined ? undefined : Date.parse(after) + (settings.afterCursor === 'inclusive' ? 1 : 0);
	return firstOf(
		newestFirst(rows).filter(({ created_at }) => cursor === undefined || created_at < cursor),
		limit,
	);
}
