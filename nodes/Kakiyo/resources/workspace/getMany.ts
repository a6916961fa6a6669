import type { OperationDescription } from '../../../shared/fields/resource';
import { wholeList } from '../../pages';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#workspaces. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many workspaces',
		description: 'List the workspaces of your clients (Agency plan)',
		routing: routing.getMany('/workspaces', { page: wholeList }),
	},
	tool: { text: 'Lists the workspaces of clients with their IDs. Changes nothing.' },
	fields: [],
};
