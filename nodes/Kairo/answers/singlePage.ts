import { ItemFailure } from '../../shared/contract/failure';
import type { PageStyle } from '../../shared/paging/page';
import type { CategoryName, KairoEndpoint } from '../endpoints';
import { LABELS } from '../paths/labels';
import { rowsIn } from './envelopes';
import { hasMore } from './hasMore';

/** The failure of a list with more rows than one page: the node neither drops rows nor guesses a paging parameter. */
export const morePagesFailure = (
	category: CategoryName,
	{ method, path }: KairoEndpoint,
	count: number,
	narrower: string,
): ItemFailure =>
	new ItemFailure({
		kind: 'unavailable',
		message: `KAIRO sent ${count} rows and has more, but documents no next page`,
		description: `${narrower}, or read all pages with ${LABELS[category]} > API Request (${method} ${path}) and its Pagination.`,
	});

const noListAt = (category: CategoryName, { method, path }: KairoEndpoint): ItemFailure =>
	new ItemFailure({
		kind: 'unavailable',
		message: `The answer of KAIRO to ${method} ${path} has no list`,
		description: `${LABELS[category]} > API Request shows the full answer.`,
	});

/** Page style of a list without documented paging: one page, and a failure if the list has more rows. */
export function singlePage(category: CategoryName, endpoint: KairoEndpoint, ...names: string[]): PageStyle {
	const find = rowsIn(...names);
	return {
		inWords: 'one page',
		rows(body) {
			const rows = find(body);
			if (!rows) throw noListAt(category, endpoint);
			return rows;
		},
		next(page) {
			const { length } = page.rows;
			if (hasMore(page)) throw morePagesFailure(category, endpoint, length, `Set Limit to ${length} or less for these`);
			return undefined;
		},
		repeated: 'fault',
	};
}
