import type { Route } from '../../server/vendor';
import { caseListIssues, createCaseList, updateCaseList } from '../caseLists';
import { caseListBodies, caseListsQuery } from '../contract/caseLists';
import { refuseIf } from '../errors';
import type { Kayse } from '../kayse';
import { named } from '../search';
import { shownCaseList } from '../views';
import { bulkBuilder, withBody, withQuery } from './builders';
import { saveRows } from './records';

/** The endpoints of case lists. */
export function caseListRoutes(kayse: Kayse): Route[] {
	const bodies = caseListBodies(kayse);
	return [
		withQuery({
			method: 'GET',
			path: '/case_lists',
			query: caseListsQuery,
			handle({ query: { key, page, page_size, hide_empty } }) {
				const { state, settings } = kayse;
				const wanted = state.caseLists
					.list()
					.filter(({ values }) => named(String(values.name), key))
					.filter(({ case_ids }) => !hide_empty || case_ids.length > 0);
				const rows = wanted.slice((page - 1) * page_size, page * page_size).map((list) => shownCaseList(kayse, list));
				return settings.listShape === 'bare' ? rows : { [settings.listShape]: rows, page, total: wanted.length };
			},
		}),
		withBody({
			method: 'POST',
			path: '/case_lists',
			body: bodies.create,
			handle({ body }) {
				refuseIf(caseListIssues(kayse, body));
				return shownCaseList(kayse, createCaseList(kayse, body));
			},
		}),
		bulkBuilder(kayse)({
			method: 'POST',
			path: '/case_lists/bulk',
			body: bodies.bulk,
			handle({ body }) {
				const merged = kayse.settings.bulkUpdate === 'merge';
				const saved = saveRows(
					{
						kayse,
						read: bodies.row,
						table: kayse.state.caseLists,
						list: 'lists',
						what: 'case list',
						issuesOf: (row, list) => caseListIssues(kayse, row, merged ? list : undefined),
						create: (row) => createCaseList(kayse, row),
						update: (list, row, mode) => updateCaseList(kayse, list, row, mode),
					},
					body.lists,
				);
				return { lists: saved.map(({ record: { id }, action }) => ({ id, action })) };
			},
		}),
	];
}
