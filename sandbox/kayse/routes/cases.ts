import type { Route } from '../../server/vendor';
import { caseIssues, caseNumberCheck, createCase, deleteCase, updateCase } from '../cases';
import { caseBodies } from '../contract/cases';
import { refuseIf } from '../errors';
import type { Kayse } from '../kayse';
import { fullCase, readCase } from '../views';
import { bulkBuilder, plain, withBody } from './builders';
import { bulkView, recordAt, saveRows } from './records';

/** The endpoints of cases, without their deletion. */
export function caseRoutes(kayse: Kayse): Route[] {
	const bodies = caseBodies(kayse);
	return [
		withBody({
			method: 'POST',
			path: '/cases',
			body: bodies.save,
			handle({ body }) {
				refuseIf([...caseIssues(kayse, body), ...caseNumberCheck(kayse)(body)]);
				return fullCase(kayse, createCase(kayse, body));
			},
		}),
		plain({
			method: 'GET',
			path: '/cases/:id',
			handle: ({ params }) => readCase(kayse, recordAt(kayse.state.cases, params)),
		}),
		withBody({
			method: 'PUT',
			path: '/cases/:id',
			body: bodies.save,
			handle({ params, body }) {
				const record = recordAt(kayse.state.cases, params);
				refuseIf([...caseIssues(kayse, body), ...caseNumberCheck(kayse)(body, record.id)]);
				return fullCase(kayse, updateCase(kayse, record, body, 'replace'));
			},
		}),
		plain({
			method: 'DELETE',
			path: '/cases/:id',
			handle({ params }) {
				deleteCase(kayse, recordAt(kayse.state.cases, params));
				return { message: 'case deleted successfully' };
			},
		}),
		bulkBuilder(kayse)({
			method: 'POST',
			path: '/cases/bulk',
			body: bodies.bulk,
			handle({ body }) {
				const numberIssues = caseNumberCheck(kayse);
				const saved = saveRows(
					{
						kayse,
						read: bodies.row,
						table: kayse.state.cases,
						list: 'cases',
						what: 'case',
						issuesOf: (row) => [...caseIssues(kayse, row), ...numberIssues(row, row.id)],
						create: (row) => createCase(kayse, row),
						update: (record, row, mode) => updateCase(kayse, record, row, mode),
					},
					body.cases,
				);
				return { cases: saved.map(({ body: row, record }) => bulkView(kayse, row, fullCase(kayse, record))) };
			},
		}),
	];
}
