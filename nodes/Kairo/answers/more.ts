import type { Page } from '../../shared/paging/pages';
import { at } from '../../shared/values/json';
import { isFilled } from '../../shared/values/filled';

/** KAIRO documents no paging, so these are the places and the words that APIs commonly tell of further rows in. */
const PLACES = [
	[],
	['pagination'],
	['paging'],
	['meta'],
	['meta', 'pagination'],
	['links'],
	['_links'],
	['page_info'],
	['pageInfo'],
];
const FLAGS = ['has_more', 'hasMore', 'has_next', 'hasNext', 'has_next_page', 'hasNextPage'];
const LINKS = ['next', 'next_page', 'nextPage', 'next_url', 'nextUrl'];
const CURSORS = ['next_cursor', 'nextCursor', 'next_page_token', 'nextPageToken', 'next_token', 'nextToken'];
const PAGES = ['total_pages', 'totalPages', 'last_page', 'lastPage', 'page_count', 'pageCount'];
const PRESENT_PAGE = ['page', 'current_page', 'currentPage', 'page_number', 'pageNumber'];
const TOTALS = ['total', 'total_count', 'totalCount', 'count'];

/** Members of an answer that only tell where its rows go on. */
export const PAGING_MEMBERS = new Set([...FLAGS, ...LINKS, ...CURSORS]);

/** Query parameters that ask for a part of a list, in letters only. */
const PART_OF_LIST = new Set([
	...['limit', 'perpage', 'pagesize', 'size', 'take', 'first', 'maxresults'],
	...['page', 'pagenumber', 'pagetoken', 'cursor', 'startingafter', 'endingbefore'],
	...['offset', 'skip', 'startindex'],
]);

const valuesOf = (body: unknown, names: string[]): unknown[] =>
	PLACES.flatMap((place) => names.map((name) => at(body, ...place, name)));

const numberIn = (body: unknown, names: string[]): number | undefined =>
	valuesOf(body, names).find((value): value is number => typeof value === 'number');

const flagIn = (body: unknown): boolean | undefined => {
	const flag = valuesOf(body, FLAGS).map(String).find((value) => value === 'true' || value === 'false');
	return flag === undefined ? undefined : flag === 'true';
};

const namesNext = (body: unknown): boolean =>
	valuesOf(body, [...LINKS, ...CURSORS]).some((next) => isFilled(next) && next !== false);

/** A link to the next page that is there and leads nowhere. A cursor would say so only to who goes by cursors. */
const endsHere = (body: unknown): boolean =>
	valuesOf(body, LINKS).some((next) => next !== undefined && (!isFilled(next) || next === false));

/** By numbered pages; undefined when the answer does not number them. */
function pagesFollow(body: unknown): boolean | undefined {
	const pages = numberIn(body, PAGES);
	const present = numberIn(body, PRESENT_PAGE);
	return pages === undefined || present === undefined ? undefined : present < pages;
}

/** Whether an answer says that there is more; undefined when it says nothing about it. */
export function saysMore(body: unknown): boolean | undefined {
	const flag = flagIn(body);
	if (flag !== undefined) return flag;
	if (namesNext(body)) return true;
	return pagesFollow(body) ?? (endsHere(body) ? false : undefined);
}

const isPartOfList = (parameter: string): boolean => PART_OF_LIST.has(parameter.toLowerCase().replace(/[^a-z]/g, ''));

/** The total that an answer tells, or its header. */
function totalOf({ body, headers }: Pick<Page, 'body' | 'headers'>): number {
	return numberIn(body, TOTALS) ?? Number(headers['x-total-count'] ?? 0);
}

/**
 * Whether more rows are counted than have come.
 * @param seen rows of this page and those before it
 */
export const countsMore = (answer: Pick<Page, 'body' | 'headers'>, seen: number): boolean => totalOf(answer) > seen;

const asksForPart = (query: Page['query']): boolean => Object.keys(query).some(isPartOfList);

const linksOn = ({ headers }: Pick<Page, 'headers'>): boolean => /rel="?next"?\s*(?:[,;]|$)/.test(headers.link ?? '');

/** Several pages of which the answer does not say which one it is. */
const numbersMorePages = (body: unknown): boolean =>
	(numberIn(body, PAGES) ?? 1) > 1 && numberIn(body, PRESENT_PAGE) === undefined;

/** Whether a list goes on after its first page. Numbers count only where the user has not asked for a part of the list. */
export const tellsOfMore = (page: Pick<Page, 'body' | 'headers' | 'query' | 'rows'>): boolean =>
	saysMore(page.body) ??
	(linksOn(page) ||
		(!asksForPart(page.query) && (numbersMorePages(page.body) || countsMore(page, page.rows.length))));
