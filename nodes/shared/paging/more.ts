import { isFilled } from '../values/filled';
import { at } from '../values/json';
import { yesOrNo } from '../values/yesNo';
import type { Page } from './pages';

/**
 * Places and words that APIs commonly tell of further rows in: those that the vendors document (`has_more`, `next_cursor`,
 * `pagination.hasMore`, `X-Has-More`), and those of others, as not every list of theirs is documented.
 */
const PLACES = [
	[],
	['data'],
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

type Answer = Pick<Page, 'body' | 'headers'>;

const valuesOf = (body: unknown, names: string[]): unknown[] =>
	PLACES.flatMap((place) => names.map((name) => at(body, ...place, name)));

const toNumber = (value: unknown): number =>
	typeof value === 'number' || (typeof value === 'string' && isFilled(value)) ? Number(value) : NaN;

const numbersIn = (values: unknown[]): number[] => values.map(toNumber).filter((value) => !Number.isNaN(value));

const numberIn = (body: unknown, names: string[]): number | undefined => numbersIn(valuesOf(body, names))[0];

/** Of several flags, one that says yes. */
const flagIn = (values: unknown[]): boolean | undefined => {
	const flags = values.map(yesOrNo);
	return flags.includes(true) || (flags.includes(false) ? false : undefined);
};

const namesNext = ({ body, headers }: Answer): boolean =>
	[...valuesOf(body, [...LINKS, ...CURSORS]), headers['x-next-cursor']].some((next) => isFilled(next) && next !== false);

/** A link to the next page that is there and leads nowhere. A cursor would say so only to who goes by cursors. */
const endsHere = (body: unknown): boolean =>
	valuesOf(body, LINKS).some((next) => next !== undefined && (!isFilled(next) || next === false));

/** By numbered pages; undefined when the answer does not number them. */
function pagesFollow(body: unknown): boolean | undefined {
	const pages = numberIn(body, PAGES);
	const present = numberIn(body, PRESENT_PAGE);
	return pages === undefined || present === undefined ? undefined : present < pages;
}

const linksOn = ({ headers }: Answer): boolean => /rel="?next"?\s*(?:[,;]|$)/.test(headers.link ?? '');

/** Whether an answer says that there is more; undefined when it says nothing about it. */
export function saysMore(answer: Answer): boolean | undefined {
	const { body, headers } = answer;
	const flag = flagIn(valuesOf(body, FLAGS)) ?? flagIn([headers['x-has-more']]);
	if (flag !== undefined) return flag;
	if (namesNext(answer) || linksOn(answer)) return true;
	return pagesFollow(body) ?? (endsHere(body) ? false : undefined);
}

/** The highest total that an answer or its header tells: others count the page. 0 when there is none. */
export const totalOf = ({ body, headers }: Answer): number =>
	Math.max(0, ...numbersIn([...valuesOf(body, TOTALS), headers['x-total-count']]));

/**
 * Whether more rows are counted than have come.
 * @param seen rows of this page and those before it
 */
export const countsMore = (answer: Answer, seen: number): boolean => totalOf(answer) > seen;

/** Several pages of which the answer does not say which one it is. */
const numbersMorePages = (body: unknown): boolean =>
	(numberIn(body, PAGES) ?? 1) > 1 && numberIn(body, PRESENT_PAGE) === undefined;

/** Whether a list whose API has no way to a next page goes on after its first one. */
export const tellsOfMore = (answer: Answer, rows: number): boolean =>
	saysMore(answer) ?? (numbersMorePages(answer.body) || countsMore(answer, rows));
