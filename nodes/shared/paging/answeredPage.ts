import type { IncomingResponse } from '../contract/exchange';
import { ItemFailure, readingFailure } from '../contract/failure';
import { isErrorRow, isErrorWithoutRows, namesError } from '../http/errorBody';
import { isFilled } from '../values/filled';
import { isNotAll } from './continuation';
import { blank, faulty, missingList } from './listFailures';
import { saysMore } from './more';
import type { Page, PageStyle, Query } from './page';

/**
 * The rows of one page.
 * @throws ItemFailure when the body is not such a list, its rows are empty, or it contains an error
 */
export function rowsOfPage(style: PageStyle, response: IncomingResponse, vendorName: string): unknown[] {
	const { body } = response;
	if (namesError(body)) throw faulty(vendorName, response);
	const rows = style.rows(body);
	if (!rows) throw missingList(vendorName);
	const error = rows.length === 0 && isErrorWithoutRows(body) ? body : rows.find(isErrorRow);
	if (error !== undefined) throw faulty(vendorName, { ...response, body: error });
	if (rows.length > 0 && !rows.some(isFilled)) throw blank(vendorName, rows.length);
	return rows;
}

/** The way to the next page; undefined at the end of the list; `cut` if there are more rows and no way to them. */
export function continuationOf(style: PageStyle, page: Page): { next?: Query; cut?: ItemFailure } {
	try {
		const next = style.next(page);
		return next || !saysMore(page) ? { next } : { cut: isNotAll(page.seen) };
	} catch (thrown) {
		return { cut: new ItemFailure(readingFailure(thrown)) };
	}
}
