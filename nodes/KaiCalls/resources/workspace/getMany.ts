import type { OperationDescription } from '../../../shared/fields/resource';
import { wholeList } from '../../pages';
import { routing } from '../../vendor';

/** See docs/vendors/kaicalls.md#account. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many workspaces',
		description: 'List the businesses of the API key',
		routing: routing.getMany('/workspaces', { scope: 'workspaces:read', page: wholeList('workspaces') }),
	},
	tool: { text: 'Lists the businesses of the key, with their IDs. Changes nothing.' },
	fields: [],
};
