import { ItemFailure } from '../contract/failure';
import { numbersMorePages, saysMore } from './more';
import type { Page, PageStyle } from './page';
import { countsMore } from './totals';

/** For lists that the API hands out a part of only: leaving rows out silently is no answer. */
export const cannotContinue = (message: string, count: number): ItemFailure =>
	new ItemFailure({
		kind: 'unavailable',
		message,
		description: `Turn off Return All and set Limit to ${count} or less, or narrow the list with filters.`,
	});

export const isNotAll = (count: number): ItemFailure =>
	cannotContinue(
		`The API returned ${count} rows of this list and says that there are more, but cannot return them`,
		count,
	);

/** No document of any vendor names a page of fewer rows: 20 are the least that is handed out unasked (docs/vendors). */
const LEAST_CUT = 20;

/** Whether a page without a word about more may be cut: exactly as long as was asked for, or as what the API hands out unasked. */
export const mayBeCut = ({ rows, size }: Page, { size: asked }: Pick<PageStyle, 'size'>): boolean =>
	size !== undefined && (rows.length === size || rows.length === asked?.byDefault);

/** Whether an answer that does not say whether there is more counts more rows, or numbers more pages, than have come. */
const countsOn = (page: Page): boolean =>
	countsMore(page) || (page.seen <= page.rows.length && numbersMorePages(page.body));

/**
 * Whether to ask for another page: the API's word, or, where it says nothing, a page that is not shorter than any that is cut,
 * which is known by the page before, or else by the documents.
 */
export function mayContinue(page: Page): boolean {
	const { rows, size = Infinity, before } = page;
	const isToldOf = saysMore(page) ?? (countsOn(page) || undefined);
	if (rows.length > 0) return isToldOf ?? rows.length >= Math.min(size, Math.max(before, LEAST_CUT));
	if (isToldOf) throw isNotAll(page.seen);
	return false;
}

/** Whether rows are missing where a page brings nothing new. */
export const isMissingRows = (page: Page): boolean => saysMore(page) ?? countsOn(page);
