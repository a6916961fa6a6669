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
	/** For the README. */
	inWords?: string;
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

/** A list that takes a page size. */
export interface SizedList {
	rows: PageStyle['rows'];
	size: PageSize;
}
