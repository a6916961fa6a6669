import { saysMore, tellsOfMore } from '../../shared/paging/more';
import type { Page } from '../../shared/paging/page';
import { announcedBy } from '../../shared/paging/totals';
import { lettersOf } from '../../shared/values/letters';

/** Query parameters that ask for a part of a list, in letters only. */
const PART_OF_LIST = new Set([
	...['limit', 'perpage', 'pagesize', 'size', 'take', 'first', 'maxresults'],
	...['page', 'pagenumber', 'pagetoken', 'cursor', 'startingafter', 'endingbefore'],
	...['offset', 'skip', 'startindex'],
]);

const isPartOfList = (parameter: string): boolean => PART_OF_LIST.has(lettersOf(parameter));

const asksForPart = (query: Page['query']): boolean => Object.keys(query).some(isPartOfList);

/** Whether the list has more rows than its first page. Totals count only if the user did not ask for a part of the list. */
export const hasMore = (page: Pick<Page, 'body' | 'headers' | 'query' | 'rows'>): boolean =>
	asksForPart(page.query)
		? saysMore(page) === true
		: tellsOfMore({ ...page, announced: announcedBy(page), distinct: page.rows.length });
