import type { OperationDescription } from '../../../shared/fields/resource';
import { operationAt } from '../../operation';
import { queryParametersField } from '../../request/queryParameters';

const endpoint = operationAt('workflow', 'getAll');

export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many workflows',
		description: 'List the workflows of the account',
		routing: endpoint.list('workflows'),
	},
	tool: { text: 'Lists workflows with their IDs. Starts nothing.' },
	fields: [queryParametersField],
};
