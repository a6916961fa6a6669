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
		description: 'Read how much the account has used, such as runs and tokens',
		routing: endpoint.figures('usage'),
	},
	notice: endpoint.notice(),
	tool: {
		text: 'Reads how many runs and tokens were used. Figures only; changes nothing.',
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
				description: 'The period of each figure',
			}),
		]),
		queryParametersField,
	],
};
