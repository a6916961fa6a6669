import type { OperationDescription } from '../../../shared/fields/resource';
import { wholeList } from '../../pages';
import { routing } from '../../vendor';

/** See docs/vendors/kaicalls.md#agents. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many agents',
		description: 'List the agents of all your businesses',
		routing: routing.getMany('/agents', { scope: 'agents:read', page: wholeList('agents') }),
	},
	tool: { text: 'Lists voice agents with their IDs. Changes nothing. Use it to find an agent ID.' },
	fields: [],
};
