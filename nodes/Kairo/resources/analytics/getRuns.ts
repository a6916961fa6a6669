import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { agentFilter, periodFields } from '../../request/fields';
import { operationAt } from '../../operation';
import { queryParametersField } from '../../request/queryParameters';

const endpoint = operationAt('analytics', 'getRuns');

export const getRuns: OperationDescription = {
	option: {
		name: 'Get Runs',
		value: 'getRuns',
		action: 'Get the figures of runs',
		description: 'List the runs of all agents with their tokens and costs',
		routing: endpoint.list('runs'),
	},
	tool: {
		text: 'Lists runs of all agents with their tokens and costs. Starts nothing.',
		arguments: {
			'filters.agentId': 'Agent ID, from Agent > Get Many, or empty for all',
			'filters.from': 'Day or time, such as 2026-03-01, or empty',
		},
	},
	fields: [filters([agentFilter, ...periodFields]), queryParametersField],
};
