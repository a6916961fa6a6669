import type { OperationDescription } from '../../../shared/fields/resource';
import { operationAt } from '../../operation';
import { queryParametersField } from '../../request/queryParameters';

const endpoint = operationAt('agent', 'getAll');

export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many agents',
		description: 'List the agents of the account',
		routing: endpoint.list('agents'),
	},
	tool: { text: 'Lists agents with their IDs. Starts nothing.' },
	fields: [queryParametersField],
};
