import { numbersIn, valuesOf, type Answer, type Names } from './answerMembers';
import type { Page } from './page';
import { largest } from '../values/extremes';

/** Only the letters of the names. */
const TOTALS: Names = new Set([
	...['total', 'count', 'totalcount', 'totalitems', 'totalresults', 'totalrecords', 'totalrows'],
	...['totalelements', 'totalentries', 'totalsize', 'totalhits', 'recordstotal', 'odatacount'],
]);

/** In `items 0-19/130` (RFC 9110, 14.4), the number after the slash. */
const ofRange = (range = ''): string | undefined => /\/\s*(\d+)\s*$/.exec(range)?.[1];

/** The highest total in an answer or its headers: other numbers count the page. Undefined when there is none. */
function totalOf({ body, headers }: Answer): number | undefined {
	const totals = numbersIn([
		...valuesOf(body, TOTALS),
		headers['x-total-count'],
		headers['x-total'],
		ofRange(headers['content-range']),
	]);
	return totals.length > 0 ? largest(totals) : undefined;
}

/**
 * The number of rows of a list by the totals so far.
 *
 * A total close to the previous one still counts the whole list: rows have been deleted or added since, perhaps before
 * the first. A total far from it counts only the page or the rows from there on, without the rows of earlier pages.
 * @param known the same before this page, 0 for unknown
 * @param earlier rows of earlier pages
 */
export function announcedBy(answer: Answer, known = 0, earlier = 0): number {
	const told = totalOf(answer);
	if (told === undefined || known === 0) return told ?? known;
	const isClose = Math.abs(told - known) <= earlier / 2;
	return isClose ? Math.min(told, known) : Math.max(told, known);
}

/** Whether more rows are counted than have come. */
export const countsMore = ({ announced, distinct }: Pick<Page, 'announced' | 'distinct'>): boolean =>
	announced > distinct;
