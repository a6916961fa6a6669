import type { OperationDescription } from '../../../shared/fields/resource';
import { operationAt } from '../../operation';
import { queryParametersField } from '../../request/queryParameters';

const endpoint = operationAt('context', 'getSources');

export const getSources: OperationDescription = {
	option: {
		name: 'Get Sources',
		value: 'getSources',
		action: 'Get many context sources',
		description: 'List the data sources for agents',
		routing: endpoint.list('sources'),
	},
	tool: { text: 'Lists the data sources with their IDs. Changes nothing.' },
	fields: [queryParametersField],
};
