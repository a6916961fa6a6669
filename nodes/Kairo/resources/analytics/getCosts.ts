import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { periodFields, textIn } from '../../request/fields';
import { operationAt } from '../../operation';
import { queryParametersField } from '../../request/queryParameters';

const endpoint = operationAt('analytics', 'getCosts');

export const getCosts: OperationDescription = {
	option: {
		name: 'Get Costs',
		value: 'getCosts',
		action: 'Get cost figures',
		description: 'Read the costs of the account',
		routing: endpoint.metrics('costs'),
	},
	tool: {
		text: 'Reads the costs of the account. Figures only. Changes nothing.',
		arguments: {
			'filters.from': 'Day or time, such as 2026-03-01, or empty',
			'filters.to': 'Day or time, such as 2026-03-01, or empty',
		},
	},
	fields: [
		filters([
			...periodFields,
			textIn('query', 'group_by', {
				displayName: 'Group By',
				name: 'groupBy',
				placeholder: 'e.g. agent',
				description: 'One figure for each of these',
			}),
		]),
		queryParametersField,
	],
};
