import type { OperationDescription } from '../../../shared/fields/resource';
import { forGood } from '../../../shared/fields/forGood';
import { deleted } from '../../../shared/operations/deleted';
import { idField } from '../../input/id';
import { routing } from '../../vendor';
import { namedClient } from '../../namedRecords';

/** See docs/vendors/kayse.md#clients. */
export const remove: OperationDescription = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a client',
		description: 'Delete a client for good. Kayse does not document what happens to the client’s cases.',
		routing: routing.del('/clients/{clientIdToDelete}', { read: deleted }),
	},
	notice: 'Deletes the client for good. Kayse does not document what happens to the cases.',
	tool: {
		text: 'Deletes one client for good. It is unknown what happens to the cases.',
		arguments: {
			clientIdToDelete: 'Client ID, a number, from the user or an earlier answer',
		},
	},
	record: namedClient,
	asksForName: true,
	fields: [forGood('Delete', idField('Client ID', 'clientId', '412'))],
};
