import type { IncomingResponse } from '../contract/exchange';
import { ItemFailure, sendingFailure } from '../contract/failure';
import { isErrorRow, isErrorWithoutRows, namesError } from '../http/errorBody';
import { readRefusal } from '../http/refusal';
import { isFilled } from '../values/filled';
import { saysMore } from './more';
import { identityOf, isMissingRows, isNotAll, mayBeCut, type Page, type PageStyle, type Query } from './pages';
import { announcedBy } from './totals';

/** Rows of one list with Return All: more would not fit into an execution of n8n. A list without end stops here. */
const MAX_ROWS = 1_000_000;
/** Pages of one list: at 100 rows a page as many rows. Smaller pages without end stop earlier. */
const MAX_PAGES = 10_000;

/** Fetches one page. */
export type FetchPage = (query: Query) => Promise<IncomingResponse>;

/** A list as far as it could be had. */
export interface Collected {
	rows: unknown[];
	/** Why the others could not be had; undefined when the rows are all, or as many as were wanted. */
	cut?: ItemFailure;
}

/**
 * Follows a list page by page until `limit` rows are there or it ends. Asks for no row beyond the limit, drops rows
 * that come twice (records created meanwhile push others onto the next page).
 * @param limit rows wanted, Infinity for all
 * @throws ItemFailure when the API goes round in circles, answers no list, says that there is more and hands out no way to it,
 *   or there is no end to it
 */
export async function collectRows(
	style: PageStyle,
	query: Query,
	limit: number,
	fetchPage: FetchPage,
	vendorName: string,
): Promise<unknown[]> {
	const { rows, cut } = await collectAvailable(style, query, limit, fetchPage, vendorName);
	if (cut) throw cut;
	return rows;
}

/** As `collectRows`, for those who can do with a part of the list and say so. */
export async function collectAvailable(
	style: PageStyle,
	query: Query,
	limit: number,
	fetchPage: FetchPage,
	vendorName: string,
): Promise<Collected> {
	const rows: unknown[] = [];
	const seen = new Set<string | undefined>();
	const asked = new Set<string>();
	const { identity = identityOf } = style;
	let cursor: Query = {};
	let previous = '';
	let count = 0;
	let before = 0;
	let announced = 0;
	let wasCut = false;

	for (let pages = 1; pages <= MAX_PAGES && (rows.length <= MAX_ROWS || limit < Infinity); pages++) {
		const wanted = style.constantSize ? limit : limit - rows.length;
		const size = style.size && Math.min(style.size.max, wanted);
		const pageQuery = sentOf({ ...query, ...cursor, ...(style.size && { [style.size.param]: size }) });
		const response = await fetchPage(pageQuery);

		const pageRows = rowsOfPage(style, response, vendorName);
		const ids = pageRows.map(identity);
		// Rows without an ID do not tell that they came before; a whole page of them does.
		const content = pageRows.length > 1 && ids.includes(undefined) ? JSON.stringify(pageRows) : '';
		const isSamePage = content !== '' && content === previous;
		previous = content;
		const fresh = isSamePage ? [] : pageRows.filter((_, index) => !seen.has(ids[index]));
		// Rows of one page that share an ID are rows of their own.
		for (const id of ids) if (id !== undefined) seen.add(id);
		for (const row of fresh) rows.push(row);
		if (rows.length >= limit) return { rows: rows.slice(0, limit) };

		const isNothingNew = pageRows.length > 0 && fresh.length === 0;
		if (!isNothingNew) count += pageRows.length;
		announced = announcedBy(response, announced, rows.length - pageRows.length);
		const page = { ...response, rows: pageRows, seen: count, distinct: rows.length, announced, before, query: pageQuery, size };
		// A page that comes again may have been asked for in another size.
		wasCut = mayBeCut(page, style) || (wasCut && pageRows.length === before);
		before = pageRows.length;
		const { next, cut } = wayOn(style, page);
		if (cut) return { rows, cut };
		if (!next) return { rows };

		const further = isNothingNew ? style.otherwise?.(page) : next;
		if (!further || asked.has(JSON.stringify(further))) {
			const isEnd = style.repeated === 'end' && !wasCut && !isMissingRows(page);
			return isEnd ? { rows } : { rows, cut: inCircles(vendorName, rows.length) };
		}
		asked.add(JSON.stringify(further));
		cursor = { ...cursor, ...further };
	}
	return { rows, cut: tooLong(rows.length) };
}

const sentOf = (query: Query): Query => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));

/**
 * The rows of one page.
 * @throws ItemFailure when the body is no such list, has nothing in its rows, or speaks of an error
 */
export function rowsOfPage(style: PageStyle, response: IncomingResponse, vendorName: string): unknown[] {
	const { body } = response;
	if (namesError(body)) throw faulty(vendorName, response);
	const rows = style.rows(body);
	if (!rows) throw noList(vendorName);
	const error = rows.length === 0 && isErrorWithoutRows(body) ? body : rows.find(isErrorRow);
	if (error !== undefined) throw faulty(vendorName, { ...response, body: error });
	if (rows.length > 0 && !rows.some(isFilled)) throw blank(vendorName, rows.length);
	return rows;
}

/** The way to the next page; neither at the end of the list; `cut` where there is more and no way to it. */
export function wayOn(style: PageStyle, page: Page): { next?: Query; cut?: ItemFailure } {
	try {
		const next = style.next(page);
		return next || !saysMore(page) ? { next } : { cut: isNotAll(page.seen) };
	} catch (thrown) {
		return { cut: new ItemFailure(sendingFailure(thrown)) };
	}
}

const noList = (vendorName: string) =>
	new ItemFailure({
		kind: 'unavailable',
		message: `${vendorName} answered without the expected list`,
		description: 'Check the Base URL in the credential. If it is right, the API has changed: report it to the makers of this node.',
	});

const blank = (vendorName: string, count: number) =>
	new ItemFailure({
		kind: 'unavailable',
		message: `${vendorName} sent a page of ${count} empty rows, so that the list is not whole`,
		description: 'Run the item again.',
	});

function faulty(vendorName: string, response: IncomingResponse): ItemFailure {
	const { code, message } = readRefusal(response, {});
	const words = message || code;
	return new ItemFailure({
		kind: 'unavailable',
		message: `${vendorName} reports an error with this list, so that it may not be whole`,
		description: words && `${vendorName} says: "${words}".`,
		again: 'Run the item again.',
		...(code && { code }),
	});
}

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
