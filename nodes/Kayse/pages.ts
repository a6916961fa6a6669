import { everything, pageNumber } from '../shared/paging/pages';
import { rowsNamed } from '../shared/paging/rows';

/** The API reference shows no response; `data` and `total` come from the newer docs (docs/vendors/kayse.md#c14). */
export const caseListPages = pageNumber({
	rows: rowsNamed('lists', 'case_lists'),
	size: { param: 'page_size', max: 100, byDefault: 25 },
	param: 'page',
	totalPath: ['total'],
});

/** Lists that the API reference shows as a plain array without paging. */
export const wholeList = everything(rowsNamed());
