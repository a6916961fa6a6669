import { everything, firstOf, pageNumber, rowsAt } from '../shared/paging/pages';

/** Seed 002 "List case lists" shows no response; `data` and `total` from docs.kayse.ai/api/case-lists (apis/kayse.md C14). */
export const caseListPages = pageNumber({
	rows: firstOf(rowsAt('data'), rowsAt('lists'), rowsAt('case_lists'), rowsAt()),
	size: { param: 'page_size', max: 100 },
	param: 'page',
	totalPath: ['total'],
});

/** Lists that seed 002 shows as a bare array without paging. */
export const wholeList = everything(firstOf(rowsAt(), rowsAt('data')));
