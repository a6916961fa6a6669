/** Query parameters of one request. A member that is undefined is not sent. */
export type Query = Record<string, unknown>;

/** One page of an answer. */
export interface Page {
	body: unknown;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** Its rows, already extracted from the body. */
	rows: unknown[];
	/** Number of different rows on this page and those before it. */
	seen: number;
	/** How many of them count: rows that have left the list meanwhile do not. */
	distinct: number;
	/** Position after its last row. */
	end: number;
	/** Position of the next page: at its last row if a row can be recognised, otherwise after it. */
	onward: number;
	/** Number of rows of the list, by the totals of this page and those before it; 0 for unknown. */
	announced: number;
	/** Number of rows of the previous page, 0 for the first. */
	before: number;
	/** The query that asked for it, page size included. */
	query: Query;
	/** Requested number of rows; undefined when the API takes no page size. */
	size: number | undefined;
}

/** The parameter that asks for a page size. */
export interface PageSize {
	param: string;
	/** The documented maximum, by the strictest document. */
	max: number;
	/** The API's page size without a request for one: a page of this length may be cut as well. */
	byDefault?: number;
}

/** How an API divides a long list. Pure data and functions; the loop is in `collectRows.ts`. */
export interface PageStyle {
	/** For docs/<vendor>.md. */
	inWords?: string;
	/** Absent when the API takes none. */
	size?: PageSize;
	/** True if the page size must not depend on the rest of the limit, because rows come back. */
	constantSize?: true;
	/**
	 * For paging by position: the position of the first row that a query asks for; undefined for a query by something
	 * else. Rows that leave the list move all others, and the repeated rows show it.
	 */
	positionOf?: (query: Query) => number | undefined;
	/** The query for a page that begins at a position or before it. */
	from?: (position: number) => Query;
	/** True if rows come again on a next page although none has moved. */
	comesAgain?: true;
	/** The rows of a body; undefined when the body is not such a list. */
	rows: (body: unknown) => unknown[] | undefined;
	/** The identity of a row on a later page; its `id` when absent. */
	identity?: (row: unknown) => string | undefined;
	/**
	 * The changes for the next request's query; undefined at the end of the list. Throws ItemFailure if there is no way
	 * to the rest.
	 */
	next: (page: Page) => Query | undefined;
	/** Whether a row is wanted; all are when absent. */
	isWanted?: (row: unknown) => boolean;
	/** Whether no wanted row can follow a page. */
	isEnough?: (page: Page) => boolean;
	/** Another way on if a page had nothing new: the API may not know the parameter. */
	otherwise?: (page: Page) => Query | undefined;
	/**
	 * The meaning of a page without new rows that is shorter than a cut page and does not say that there is more: the
	 * `end`, or a `fault` of the API, which would otherwise loop or lose rows.
	 */
	repeated: 'end' | 'fault';
}

/** A list that takes a page size. */
export interface SizedList {
	rows: PageStyle['rows'];
	size: PageSize;
}
