import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { agentFilter, periodFields } from '../../fields';
import { operationAt } from '../../operation';
import { queryParametersField } from '../../queryParameters';

const endpoint = operationAt('analytics', 'getRuns');

export const getRuns: OperationDescription = {
	option: {
		name: 'Get Runs',
		value: 'getRuns',
		action: 'Get the figures of runs',
		description: endpoint.describe('List the runs of all agents with their tokens and costs'),
		routing: endpoint.list('runs'),
	},
	fields: [filters([agentFilter, ...periodFields]), queryParametersField],
};
