import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { agentFilter, periodFields } from '../../fields';
import { operationAt } from '../../operation';
import { queryParametersField } from '../../queryParameters';
import { WORDS_OF_RUNS } from '../../words';

const endpoint = operationAt('analytics', 'getTraces');

export const getTraces: OperationDescription = {
	option: {
		name: 'Get Traces',
		value: 'getTraces',
		action: 'Get many traces',
		description: endpoint.describe('List the traces of agent runs'),
		routing: endpoint.list('traces', { untrusted: WORDS_OF_RUNS }),
	},
	fields: [filters([agentFilter, ...periodFields]), queryParametersField],
};
