import { ItemFailure } from '../contract/failure';
import { numbersMorePages, saysMore } from './more';
import type { Page, PageStyle } from './page';
import { countsMore } from './totals';

/** For lists of which the API returns only a part: the missing rows must not be ignored. */
export const cannotContinue = (message: string, count: number): ItemFailure =>
	new ItemFailure({
		kind: 'unavailable',
		message,
		description: `Turn off Return All and set Limit to ${count} or less, or narrow the list with filters.`,
	});

/**
 * For a list that the API does not return completely.
 * @param count rows that came
 */
export const isNotAll = (count: number): ItemFailure =>
	cannotContinue(
		`The API returned ${count} rows of this list and says that there are more, but cannot return them`,
		count,
	);

/** The smallest documented page size without a request for one is 20 (docs/vendors). */
const LEAST_CUT = 20;

/**
 * Whether a page that does not say whether there is more may be cut: its length is exactly the requested one, or the
 * API's default.
 */
export const mayBeCut = ({ rows, size }: Page, { size: asked }: Pick<PageStyle, 'size'>): boolean =>
	size !== undefined && (rows.length === size || rows.length === asked?.byDefault);

/**
 * Whether an answer counts more rows, or numbers more pages, than have come, although it does not say whether there is
 * more.
 */
const countsOn = (page: Page): boolean =>
	countsMore(page) || (page.seen <= page.rows.length && numbersMorePages(page.body));

/**
 * Whether to ask for another page. The API's word decides. Without one, a page counts as cut if it is not shorter than
 * a cut page, by the previous page or by the documents.
 */
export function mayContinue(page: Page): boolean {
	const { rows, size = Infinity, before } = page;
	const isToldOf = saysMore(page) ?? (countsOn(page) || undefined);
	if (rows.length > 0) return isToldOf ?? rows.length >= Math.min(size, Math.max(before, LEAST_CUT));
	if (isToldOf) throw isNotAll(page.seen);
	return false;
}

/** Whether rows are missing if a page has nothing new. */
export const isMissingRows = (page: Page): boolean => saysMore(page) ?? countsOn(page);
