import type { IncomingResponse } from '../../../nodes/shared/contract/exchange';
import type { Query } from '../../../nodes/shared/paging/page';
import { response } from './wire';

export interface Row {
	id: string;
	created_at: string;
}

/** An API that returns these rows in its own way. */
export type Server = (rows: Row[]) => (query: Query) => IncomingResponse;

/** Rows with a time each, newest first; `sameTime` of them in a row share one. */
export const rowsOf = (count: number, sameTime = 1): Row[] =>
	Array.from({ length: count }, (_, index) => ({
		id: `row-${index}`,
		created_at: new Date(Date.UTC(2026, 0, 1) - Math.floor(index / sameTime) * 60_000).toISOString(),
	}));

const sizeOf = ({ limit }: Query): number => (limit === undefined ? Infinity : Number(limit));

/** The rows from `start` on that fit on the page, and whether more follow. */
function pageFrom(rows: Row[], start: number, query: Query): { page: Row[]; isMore: boolean } {
	const end = start + sizeOf(query);
	return { page: rows.slice(start, end), isMore: end < rows.length };
}

/** The row after the one that the cursor names. */
const after = (rows: Row[], cursor: unknown): number => rows.findIndex(({ id }) => id === cursor) + 1;

export const wholeServer: Server = (rows) => () => response(200, rows);

export const bodyCursorServer: Server = (rows) => (query) => {
	const { page, isMore } = pageFrom(rows, after(rows, query.after), query);
	return response(200, { data: page, has_more: isMore, ...(isMore && { next_cursor: page.at(-1)?.id }) });
};

export const headerCursorServer: Server = (rows) => (query) => {
	const { page, isMore } = pageFrom(rows, after(rows, query.cursor), query);
	return response(200, page, { 'x-has-more': String(isMore), 'x-next-cursor': page.at(-1)?.id ?? '' });
};

export const offsetServer: Server = (rows) => (query) =>
	response(200, { data: pageFrom(rows, Number(query.offset ?? 0), query).page });

export const offsetServerWithMore: Server = (rows) => (query) => {
	const { page, isMore } = pageFrom(rows, Number(query.offset ?? 0), query);
	return response(200, { data: page, pagination: { hasMore: isMore } });
};

export const bareOffsetServer: Server = (rows) => (query) =>
	response(200, pageFrom(rows, Number(query.offset ?? 0), query).page);

export const pageNumberServer: Server = (rows) => (query) => {
	const { page } = pageFrom(rows, (Number(query.page ?? 1) - 1) * sizeOf(query), query);
	return response(200, { data: page, total: rows.length });
};

/** The cursor is the last row's time; `inclusive` serves the rows of that very time again. */
export const lastRowServer =
	(inclusive: boolean): Server =>
	(rows) =>
	(query) => {
		const left = rows.filter(
			({ created_at }) =>
				query.after === undefined || created_at < String(query.after) || (inclusive && created_at === query.after),
		);
		const { page, isMore } = pageFrom(left, 0, query);
		return response(200, { data: page, has_more: isMore });
	};

/** Rows between `start` and `end`, both counted in or neither. */
export const windowServer =
	(inclusive: boolean, oldestFirst: boolean): Server =>
	(rows) =>
	(query) => {
		const ordered = oldestFirst ? [...rows].reverse() : rows;
		const left = ordered.filter(({ created_at }) => {
			const isBound = created_at === query.start || created_at === query.end;
			const isInside =
				(query.start === undefined || created_at > String(query.start)) &&
				(query.end === undefined || created_at < String(query.end));
			return isInside || (inclusive && isBound);
		});
		const { page, isMore } = pageFrom(left, 0, query);
		return response(200, { data: page, has_more: isMore });
	};
