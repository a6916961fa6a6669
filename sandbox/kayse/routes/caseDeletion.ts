import type { Route } from '../../server/vendor';
import { deleteCase } from '../cases';
import { deleteClient } from '../clients';
import { bulkDelete } from '../contract/cases';
import { refuseIf } from '../errors';
import { unknownIds } from '../issues';
import type { Kayse } from '../kayse';
import type { Case, Client } from '../state';
import { withBody } from './builders';

/** The clients "that are exclusively linked" to the cases (docs/vendors/kayse.md#cases). */
function clientsOfOnly({ state }: Kayse, cases: readonly Case[]): Client[] {
	const doomed = new Set(cases.map(({ id }) => id));
	return state.clients.list().filter(({ case_ids }) => case_ids.length > 0 && case_ids.every((id) => doomed.has(id)));
}

/** The endpoints that delete cases. */
export function caseDeletionRoutes(kayse: Kayse): Route[] {
	return [
		withBody({
			method: 'POST',
			path: '/cases/bulk_delete',
			body: bulkDelete,
			handle({ body: { ids, with_clients } }) {
				const { state, settings } = kayse;
				if (settings.unknownInBulkDelete === 'refused') refuseIf(unknownIds(state.cases, 'ids', 'case', ids));
				const cases = [...new Set(ids)].flatMap((id) => state.cases.get(id) ?? []);
				const clients = with_clients ? clientsOfOnly(kayse, cases) : [];
				for (const record of cases) deleteCase(kayse, record);
				for (const client of clients) deleteClient(kayse, client);
				return { deleted_ids: cases.map(({ id }) => id) };
			},
		}),
	];
}
