import type { Route } from '../../server/vendor';
import { clientIssues, createClient, deleteClient, updateClient } from '../clients';
import { clientBodies } from '../contract/clients';
import { refuseIf } from '../errors';
import type { Kayse } from '../kayse';
import { fullClient, readClient } from '../views';
import { bulkBuilder, plain, withBody } from './builders';
import { bulkView, recordAt, saveRows } from './records';

/** The endpoints of clients. */
export function clientRoutes(kayse: Kayse): Route[] {
	const bodies = clientBodies(kayse);
	return [
		withBody({
			method: 'POST',
			path: '/clients',
			body: bodies.create,
			handle({ body }) {
				refuseIf(clientIssues(kayse, body));
				return fullClient(kayse, createClient(kayse, body));
			},
		}),
		plain({
			method: 'GET',
			path: '/clients/:id',
			handle: ({ params }) => readClient(kayse, recordAt(kayse.state.clients, params)),
		}),
		withBody({
			method: 'PUT',
			path: '/clients/:id',
			body: bodies.replace,
			handle({ params, body }) {
				const client = recordAt(kayse.state.clients, params);
				refuseIf(clientIssues(kayse, body));
				return fullClient(kayse, updateClient(kayse, client, body, 'replace'));
			},
		}),
		plain({
			method: 'DELETE',
			path: '/clients/:id',
			handle({ params }) {
				deleteClient(kayse, recordAt(kayse.state.clients, params));
				return { message: 'client deleted successfully' };
			},
		}),
		bulkBuilder(kayse)({
			method: 'POST',
			path: '/clients/bulk',
			body: bodies.bulk,
			handle({ body }) {
				const saved = saveRows(
					{
						kayse,
						read: bodies.row,
						table: kayse.state.clients,
						list: 'clients',
						what: 'client',
						issuesOf: (row) => clientIssues(kayse, row),
						create: (row) => createClient(kayse, row),
						update: (client, row, mode) => updateClient(kayse, client, row, mode),
					},
					body.clients,
				);
				return { clients: saved.map(({ body: row, record }) => bulkView(kayse, row, fullClient(kayse, record))) };
			},
		}),
	];
}
