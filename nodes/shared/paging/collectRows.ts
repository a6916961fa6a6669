import type { IncomingResponse } from '../contract/exchange';
import { ItemFailure } from '../contract/failure';
import { identityOf, type PageStyle, type Query } from './pages';

/** Rows of one list with Return All: more would not fit into an execution of n8n. A list without end stops here. */
const MAX_ROWS = 1_000_000;
/** Pages of one list: at 100 rows a page as many rows. Smaller pages without end stop earlier. */
const MAX_PAGES = 10_000;

/** Fetches one page. */
export type FetchPage = (query: Query) => Promise<IncomingResponse>;

/**
 * Follows a list page by page until `limit` rows are there or it ends. Asks for no row beyond the limit, drops rows
 * that come twice (records created meanwhile push others onto the next page).
 * @param limit rows wanted, Infinity for all
 * @throws ItemFailure when the API goes round in circles, answers no list, or there is no end to it
 */
export async function collectRows(
	style: PageStyle,
	query: Query,
	limit: number,
	fetchPage: FetchPage,
	vendorName: string,
): Promise<unknown[]> {
	const rows: unknown[] = [];
	const seen = new Set<string | undefined>();
	const asked = new Set<string>();
	let cursor: Query = {};

	for (let pages = 1; pages <= MAX_PAGES && (rows.length <= MAX_ROWS || limit < Infinity); pages++) {
		const wanted = style.constantSize ? limit : limit - rows.length;
		const size = style.size && Math.min(style.size.max, wanted);
		const pageQuery = { ...query, ...cursor, ...(style.size && { [style.size.param]: size }) };
		const { body, headers } = await fetchPage(pageQuery);

		const pageRows = style.rows(body);
		if (!pageRows) throw noList(vendorName);
		const fresh = pageRows.filter((row) => !seen.has(identityOf(row)));
		// Rows of one page that share an ID are rows of their own.
		for (const id of pageRows.map(identityOf)) if (id !== undefined) seen.add(id);
		for (const row of fresh) rows.push(row);
		if (rows.length >= limit) return rows.slice(0, limit);

		const next = style.next({ body, headers, rows: pageRows, query: pageQuery, size });
		if (!next) return rows;
		const nothingNew = pageRows.length > 0 && fresh.length === 0;
		const stuck = nothingNew || asked.has(JSON.stringify(next));
		if (stuck && style.repeated === 'end') return rows;
		if (stuck) throw inCircles(vendorName, rows.length);
		asked.add(JSON.stringify(next));
		cursor = { ...cursor, ...next };
	}
	throw tooLong(rows.length);
}

const noList = (vendorName: string) =>
	new ItemFailure({
		kind: 'unavailable',
		message: `${vendorName} answered without the expected list`,
		description: 'Check the Base URL in the credential. If it is right, the API has changed: report it to the makers of this node.',
	});

const inCircles = (vendorName: string, count: number) =>
	new ItemFailure({
		kind: 'unavailable',
		message: `${vendorName} sent the same page twice after ${count} rows`,
		description: `Turn off Return All and set Limit to ${count} or less to get the rows before it, or narrow the list with filters.`,
	});

const tooLong = (count: number) =>
	new ItemFailure({
		kind: 'input',
		message: `The list has no end within ${count} rows`,
		description: 'Turn off Return All and set a Limit, or narrow the list with filters.',
	});
