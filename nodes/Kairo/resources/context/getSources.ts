import type { OperationDescription } from '../../../shared/fields/resource';
import { operationAt } from '../../operation';
import { queryParametersField } from '../../request/queryParameters';

const endpoint = operationAt('context', 'getSources');

export const getSources: OperationDescription = {
	option: {
		name: 'Get Sources',
		value: 'getSources',
		action: 'Get many context sources',
		description: 'List the sources of data that agents may draw on',
		routing: endpoint.list('sources'),
	},
	notice: endpoint.notice(),
	tool: { text: 'Lists the sources of data with their IDs. Changes nothing.' },
	fields: [queryParametersField],
};
