import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { agentFilter, periodFields } from '../../request/fields';
import { operationAt } from '../../operation';
import { queryParametersField } from '../../request/queryParameters';
import { RUN_OUTPUT_MEMBERS } from '../../untrustedMembers';

const endpoint = operationAt('analytics', 'getTraces');

export const getTraces: OperationDescription = {
	option: {
		name: 'Get Traces',
		value: 'getTraces',
		action: 'Get many traces',
		description: 'List the traces of agent runs',
		routing: endpoint.list('traces', { untrusted: RUN_OUTPUT_MEMBERS }),
	},
	tool: {
		text: 'Lists traces of runs with their IDs. Starts nothing.',
		arguments: {
			'filters.agentId': 'Agent ID, from Agent > Get Many, or empty for all',
			'filters.from': 'Day or time, such as 2026-03-01, or empty',
		},
	},
	fields: [filters([agentFilter, ...periodFields]), queryParametersField],
};
