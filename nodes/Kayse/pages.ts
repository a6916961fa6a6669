import { everything, pageNumber, rowsNamed } from '../shared/paging/pages';

/** Seed 002 "List case lists" shows no response; `data` and `total` from docs.kayse.ai/api/case-lists (apis/kayse.md C14). */
export const caseListPages = pageNumber({
	rows: rowsNamed('lists', 'case_lists'),
	size: { param: 'page_size', max: 100, byDefault: 25 },
	param: 'page',
	totalPath: ['total'],
});

/** Lists that seed 002 shows as a bare array without paging. */
export const wholeList = everything(rowsNamed());
