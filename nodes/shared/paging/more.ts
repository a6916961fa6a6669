import { isFilled } from '../values/filled';
import { yesOrNo } from '../values/yesNo';
import type { Page } from './pages';
import { numbersIn, valuesOf, type Answer } from './places';
import { countsMore } from './totals';

/**
 * Words that APIs commonly tell of further rows with: those that the vendors document (`has_more`, `next_cursor`, `hasMore`,
 * `X-Has-More`), and those of others, as not every list of theirs is documented.
 */
const FLAGS = ['has_more', 'hasMore', 'has_next', 'hasNext', 'has_next_page', 'hasNextPage'];
const LINKS = ['next', 'next_page', 'nextPage', 'next_url', 'nextUrl'];
const CURSORS = ['next_cursor', 'nextCursor', 'next_page_token', 'nextPageToken', 'next_token', 'nextToken'];
const PAGES = ['total_pages', 'totalPages', 'last_page', 'lastPage', 'page_count', 'pageCount'];
const PRESENT_PAGE = ['page', 'current_page', 'currentPage', 'page_number', 'pageNumber'];

/** Members of an answer that only tell where its rows go on. */
export const PAGING_MEMBERS = new Set([...FLAGS, ...LINKS, ...CURSORS]);

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

/** Several pages of which the answer does not say which one it is. */
const numbersMorePages = (body: unknown): boolean =>
	(numberIn(body, PAGES) ?? 1) > 1 && numberIn(body, PRESENT_PAGE) === undefined;

/** Whether a list whose API has no way to a next page goes on. */
export const tellsOfMore = (page: Answer & Pick<Page, 'announced' | 'distinct'>): boolean =>
	saysMore(page) ?? (numbersMorePages(page.body) || countsMore(page));
