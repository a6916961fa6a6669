import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { periodFields } from '../../request/fields';
import { operationAt } from '../../operation';
import { queryParametersField } from '../../request/queryParameters';

const endpoint = operationAt('analytics', 'getLatency');

export const getLatency: OperationDescription = {
	option: {
		name: 'Get Latency',
		value: 'getLatency',
		action: 'Get latency figures',
		description: 'Read the duration of runs and of their parts',
		routing: endpoint.metrics('latency'),
	},
	tool: {
		text: 'Reads the duration of runs. Figures only. Changes nothing.',
		arguments: {
			'filters.from': 'Day or time, such as 2026-03-01, or empty',
			'filters.to': 'Day or time, such as 2026-03-01, or empty',
		},
	},
	fields: [filters(periodFields), queryParametersField],
};
