import { numbersIn, valuesOf, type Answer, type Names } from './answerMembers';
import type { Page } from './page';
import { largest } from '../values/extremes';

/** In letters only. */
const TOTALS: Names = new Set([
	...['total', 'count', 'totalcount', 'totalitems', 'totalresults', 'totalrecords', 'totalrows'],
	...['totalelements', 'totalentries', 'totalsize', 'totalhits', 'recordstotal', 'odatacount'],
]);

/** Of `items 0-19/130` (RFC 9110, 14.4), the number behind the slash. */
const ofRange = (range = ''): string | undefined => /\/\s*(\d+)\s*$/.exec(range)?.[1];

/** The highest total that an answer or its headers tell: others count the page. Undefined when there is none. */
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
 * The rows that a list has by the totals told so far.
 *
 * A total close to the one before still counts the whole list: rows have been deleted since, or added, which may be before the
 * first. One that is far from it counts the page or the rows from there on, and so misses all rows of earlier pages.
 * @param known the same before this page, 0 for none
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
