import { isFilled } from '../values/filled';
import { valueAt } from '../values/json';
import { lettersOf } from '../values/letters';
import { yesOrNo } from '../values/yesNo';
import type { Page } from './page';
import { numbersIn, pagingObjects, valuesOf, type Answer, type Names } from './answerMembers';
import { countsMore } from './totals';
import { plainText } from '../values/text';

/**
 * Common names for "there are more rows", only their letters: the vendors' documented ones (`has_more`, `next_cursor`,
 * `hasMore`, `X-Has-More`), and others, because not every list is documented.
 */
const FLAGS: Names = new Set([
	'hasmore',
	'hasnext',
	'hasnextpage',
	'more',
	'moreavailable',
	'truncated',
	'istruncated',
]);
const FLAGS_OF_LAST: Names = new Set(['last', 'islast', 'lastpage', 'islastpage']);
const LINKS: Names = new Set([
	'next',
	'nextpage',
	'nexturl',
	'nextlink',
	'nexthref',
	'nexturi',
	'nextrecordsurl',
	'odatanextlink',
]);
const CURSORS: Names = new Set([
	'nextcursor',
	'nextpagetoken',
	'nexttoken',
	'nextmarker',
	'nextoffset',
	'nextstart',
	'continuationtoken',
]);
const NEXT: Names = new Set([...LINKS, ...CURSORS]);
const PAGES: Names = new Set(['totalpages', 'lastpage', 'pagecount', 'pages']);
const PRESENT_PAGE: Names = new Set(['page', 'currentpage', 'pagenumber']);

/** Whether a member of an answer only says where its rows go on. */
export const isPagingMember = (name: string): boolean =>
	[FLAGS, FLAGS_OF_LAST, NEXT].some((names) => names.has(lettersOf(name)));

const numberIn = (body: unknown, names: Names): number | undefined => numbersIn(valuesOf(body, names))[0];

/** Yes if one of these flags says yes; undefined if there is no flag. */
const flagIn = (values: unknown[]): boolean | undefined => {
	const flags = values.map(yesOrNo);
	return flags.includes(true) || (flags.includes(false) ? false : undefined);
};

/** Under the same names, other APIs have the number of the last page, or a link to it. */
const isTrueOrFalse = (value: unknown): boolean => /^(?:true|false)$/i.test(plainText(value));

const flagOfMore = ({ body, headers }: Answer): boolean | undefined => {
	const flag = flagIn(valuesOf(body, FLAGS)) ?? flagIn([headers['x-has-more']]);
	if (flag !== undefined) return flag;
	const isLast = flagIn(valuesOf(body, FLAGS_OF_LAST).filter(isTrueOrFalse));
	return isLast === undefined ? undefined : !isLast;
};

const namesNext = ({ body, headers }: Answer): boolean =>
	[...valuesOf(body, NEXT), headers['x-next-cursor'], headers['x-next-page']].some(
		(next) => isFilled(next) && next !== false,
	);

/**
 * Whether the answer has an empty link to the next page. An empty cursor proves something only if the API pages by
 * cursor.
 */
const endsHere = (body: unknown): boolean =>
	valuesOf(body, LINKS).some((next) => next !== undefined && (!isFilled(next) || next === false));

/** By page numbers; undefined when the answer has none. */
function pagesFollow(body: unknown): boolean | undefined {
	const pages = numberIn(body, PAGES);
	const present = numberIn(body, PRESENT_PAGE);
	return pages === undefined || present === undefined ? undefined : present < pages;
}

/** RFC 8288: one relation or several, quoted or not. */
const LINK_TO_NEXT = /;\s*rel\s*=\s*["']?(?:[\w-]+\s+)*next(?![\w-])/i;

const linksOn = ({ body, headers }: Answer): boolean =>
	LINK_TO_NEXT.test(headers.link ?? '') ||
	pagingObjects(body).some((place) =>
		[place, valueAt(place, 'links'), valueAt(place, '_links')].some(
			(links) => Array.isArray(links) && links.some(isLinkToNext),
		),
	);

const isLinkToNext = (link: unknown): boolean =>
	valueAt(link, 'rel') === 'next' && isFilled(valueAt(link, 'href') ?? valueAt(link, 'url'));

/** Whether an answer says that there is more; undefined when it does not say. */
export function saysMore(answer: Answer): boolean | undefined {
	const flag = flagOfMore(answer);
	if (flag !== undefined) return flag;
	if (namesNext(answer) || linksOn(answer)) return true;
	return pagesFollow(answer.body) ?? (endsHere(answer.body) ? false : undefined);
}

/** Several pages, but the answer does not say which one it is. */
export const numbersMorePages = (body: unknown): boolean =>
	(numberIn(body, PAGES) ?? 1) > 1 && numberIn(body, PRESENT_PAGE) === undefined;

/** Whether a list goes on whose API has no way to a next page. */
export const tellsOfMore = (page: Answer & Pick<Page, 'announced' | 'distinct'>): boolean =>
	saysMore(page) ?? (numbersMorePages(page.body) || countsMore(page));
