import { simplifyField } from '../../../shared/fields/list';
import type { OperationDescription } from '../../../shared/fields/resource';
import { idField } from '../../input/id';
import { routing } from '../../vendor';
import { simplifyClient } from './simplify';

/** See docs/vendors/kayse.md#clients. */
export const get: OperationDescription = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a client',
		description: 'Read the contact data of one client',
		routing: routing.get('/clients/{clientId}', { simplify: simplifyClient }),
	},
	tool: {
		text: 'Reads the contact data of one client. Changes nothing.',
		arguments: {
			clientId: 'Client ID, a number, from the user or an earlier answer',
		},
	},
	fields: [idField('Client ID', 'clientId', '412'), simplifyField()],
};
