import type { IncomingResponse } from '../../../shared/contract/exchange';
import { explainRefusal } from '../../../shared/http/refusal';
import { missingRow } from '../../../shared/batching/rowResult';
import type { RowResult } from '../../../shared/contract/outcome';
import { deletedResult } from '../../../shared/operations/deleted';
import type { OperationDescription } from '../../../shared/fields/resource';
import { forGood } from '../../../shared/fields/forGood';
import { valueAt } from '../../../shared/values/json';
import { idField } from '../../input/id';
import { idFrom } from '../../values/values';
import { kayse, routing } from '../../vendor';
import { namedCase } from '../../namedRecords';

/** Most IDs in a request (docs/vendors/kayse.md#limits). */
const MAX_IDS = 500;

const done = (id: number, said?: unknown): RowResult => deletedResult(said, { id });

const notDeleted = (id: number): RowResult => ({
	failure: explainRefusal(kayse, {
		status: 404,
		code: '',
		message: '',
		fields: [],
		labels: [],
		location: '',
		ids: { caseId: String(id) },
	}),
});

/** The answer lists the deleted cases. After an unclear first try, a missing case may have been deleted by that try. */
function bulkResults({ body, afterDoubt = false }: IncomingResponse, ids: number[]): RowResult[] {
	const listed = valueAt(body, 'deleted_ids') ?? valueAt(body, 'data', 'deleted_ids');
	if (!Array.isArray(listed)) return ids.map(() => missingRow);
	const deleted = new Set(listed.map(Number));
	return ids.map((id) => (deleted.has(id) || afterDoubt ? done(id) : notDeleted(id)));
}

/**
 * `DELETE /cases/{id}` deletes one case; `POST /cases/bulk_delete` deletes several, or cases with their clients
 * (docs/vendors/kayse.md#cases).
 */
export const remove: OperationDescription = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a case',
		description: 'Delete the cases of all input items, up to 500 in one request',
		routing: routing.batch<number, { withClients: boolean }>({
			endpoints: ['DELETE /cases/{id}', 'POST /cases/bulk_delete'],
			max: MAX_IDS,
			target: (item) => ({ withClients: item.parameter('withClients', false) === true }),
			row: (item) => idFrom(item.parameter('caseIdToDelete'), 'Case ID'),
			keyOf: String,
			rowsMember: 'ids',
			refusedRow: () => undefined,
			alone: {
				serves: ({ withClients }) => !withClients,
				request: (_target, id) => ({
					request: { method: 'DELETE', path: `/cases/${id}`, query: {} },
					ids: { caseId: String(id) },
				}),
				results: ({ body }, id) => [done(id, body)],
			},
			request: ({ withClients }, ids) => ({
				request: { method: 'POST', path: '/cases/bulk_delete', query: {}, body: { ids, with_clients: withClients } },
				// A case that is deleted cannot be deleted again.
				repeatable: true,
				deletes: true,
			}),
			results: bulkResults,
		}),
	},
	notice: 'Deletes cases for good. With Delete Clients Too, also deletes clients without another case.',
	tool: {
		text: 'Deletes one case for good. By default, its clients stay.',
		arguments: {
			caseIdToDelete: 'Case ID, a number, from the user or an earlier answer',
		},
	},
	record: namedCase,
	asksForName: true,
	fields: [
		forGood('Delete', idField('Case ID', 'caseId', '9001')),
		{
			displayName: 'Delete Clients Too',
			name: 'withClients',
			type: 'boolean',
			default: false,
			description: 'Whether to also delete clients without a link to another case',
		},
	],
};
