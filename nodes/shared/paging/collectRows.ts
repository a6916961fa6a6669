import type { ItemFailure } from '../contract/failure';
import type { ListEnd } from '../contract/listEnd';
import { Arrivals } from './arrivals';
import { changingList } from './listFailures';
import type { PageStyle, Query } from './page';
import { Reading, type FetchPage } from './reading';

/** Readings of one list that moves while it is read. One that still does in the last of them is not had whole. */
const MAX_READINGS = 5;

/** A list as far as it could be had. */
export interface Collected {
	rows: unknown[];
	/** Why the others could not be had; undefined when the rows are all, or as many as were wanted. */
	cut?: ItemFailure;
	end: ListEnd;
}

/**
 * Follows a list page by page until `limit` rows are there or it ends. Asks for no row beyond the limit, drops rows that come twice,
 * and reads again, from the start, where rows moved meanwhile (docs/lists.md).
 * @param limit rows wanted, Infinity for all
 * @throws ItemFailure when the API goes round in circles, answers no list, says that there is more and hands out no way to it,
 *   or there is no end to it
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
 * As `collectRows`, for those who can do with a part of the list and say so.
 * @param isEnough whether these rows are as many as can be made use of, be they fewer than the limit; asked after each page
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
