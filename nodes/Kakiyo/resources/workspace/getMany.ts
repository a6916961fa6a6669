import type { OperationDescription } from '../../../shared/fields/resource';
import { wholeList } from '../../pages';
import { routing } from '../../vendor';

/** [seed-family; docs workspaces/list] */
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
