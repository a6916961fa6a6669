import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { agentFilter, periodFields, textIn } from '../../request/fields';
import { operationAt } from '../../operation';
import { queryParametersField } from '../../request/queryParameters';

const endpoint = operationAt('analytics', 'getUsage');

export const getUsage: OperationDescription = {
	option: {
		name: 'Get Usage',
		value: 'getUsage',
		action: 'Get usage figures',
		description: 'Read the usage of the account, such as runs and tokens',
		routing: endpoint.metrics('usage'),
	},
	tool: {
		text: 'Reads the number of used runs and tokens. Changes nothing.',
		arguments: {
			'filters.from': 'Day or time, such as 2026-03-01, or empty',
			'filters.to': 'Day or time, such as 2026-03-01, or empty',
		},
	},
	fields: [
		filters([
			agentFilter,
			...periodFields,
			textIn('query', 'granularity', {
				displayName: 'Granularity',
				name: 'granularity',
				placeholder: 'e.g. day',
				description: 'Period of each figure',
			}),
		]),
		queryParametersField,
	],
};
