import type { OperationDescription } from '../../../shared/fields/resource';
import { toRemove } from '../../../shared/fields/toRemove';
import { deleted } from '../../../shared/operations/deleted';
import { idField } from '../../input/id';
import { routing } from '../../vendor';
import { namedClient } from '../../named';

/** See docs/vendors/kayse.md#clients. */
export const remove: OperationDescription = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a client',
		description: 'Delete a client for good. What becomes of the cases of the client is not documented.',
		routing: routing.del('/clients/{clientIdToDelete}', { read: deleted }),
	},
	notice: 'Deletes the client for good. What becomes of the cases is not documented.',
	tool: {
		text: 'Deletes one client for good. What becomes of the cases is not known.',
		arguments: {
			clientIdToDelete: 'Client ID, a number, as the user or an earlier answer gives it',
		},
	},
	record: namedClient,
	asksForName: true,
	fields: [toRemove('Delete', idField('Client ID', 'clientId', '412'))],
};
