import type { ItemFailure } from '../contract/failure';
import type { ListEnd } from '../contract/listEnd';
import { Arrivals } from './arrivals';
import { changingList } from './listFailures';
import type { PageStyle, Query } from './page';
import { Reading, type FetchPage } from './reading';

/** Number of readings of a list that changes meanwhile. If it still changes in the last one, the list is incomplete. */
const MAX_READINGS = 5;

/** A list, as far as it could be read. */
export interface Collected {
	rows: unknown[];
	/** Why the rest could not be read; undefined when the rows are all, or as many as wanted. */
	cut?: ItemFailure;
	end: ListEnd;
}

/**
 * Reads a list page by page until `limit` rows are there or it ends. Asks for no row beyond the limit, drops rows that
 * come twice, and reads again, from the start, if rows moved meanwhile (docs/lists.md).
 * @param limit wanted rows, Infinity for all
 * @throws ItemFailure when the API repeats pages, does not answer with a list, says that there is more but not where,
 * or the list does not end
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

/**
 * Like `collectRows`, for callers that can use a part of the list and say so.
 * @param isEnough whether these rows are enough, although fewer than the limit; asked after each page
 */
export async function collectAvailable(
	style: PageStyle,
	query: Query,
	limit: number,
	fetchPage: FetchPage,
	vendorName: string,
	isEnough?: (rows: readonly unknown[]) => boolean,
): Promise<Collected> {
	const rows: unknown[] = [];
	const arrivals = new Arrivals();
	const held = { bytes: 0 };
	let lastCut: ItemFailure | undefined;
	for (let readings = 1; readings <= MAX_READINGS; readings++) {
		const { cut, isWhole, end } = await new Reading(
			{ style, query, limit, vendorName, rows, arrivals, held, isEnough },
			readings > 1,
		).through(fetchPage);
		if (isWhole) return { rows, cut, end };
		lastCut = cut;
	}
	return { rows, cut: lastCut ?? changingList(rows.length), end: { more: 'yes' } };
}
