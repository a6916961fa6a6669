import type { OperationDescription } from '../../../shared/fields/resource';
import { deleted } from '../../../shared/operations/deleted';
import { idField } from '../../fields/id';
import { routing } from '../../vendor';

/** Seed 002 "Delete a client". */
export const remove: OperationDescription = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a client',
		description: 'Delete a client for good. What becomes of the cases of the client is not documented.',
		routing: routing.del('/clients/{clientId}', { read: deleted }),
	},
	fields: [idField('Client ID', 'clientId', '412')],
};
