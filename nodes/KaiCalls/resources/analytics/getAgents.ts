import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { agentIn } from '../../fields';
import { metricRows } from '../../metrics';
import { routing } from '../../vendor';
import { days } from './fields';

/** No document names its scope. See docs/vendors/kaicalls.md#analytics. */
export const getAgents: OperationDescription = {
	option: {
		name: 'Get Agents',
		value: 'getAgents',
		action: 'Get the figures of agents',
		description: 'Compare the results of agents on the phone',
		routing: routing.get('/analytics/agents', { read: metricRows }),
	},
	tool: {
		text: 'Reads the results of agents on the phone. Figures only. Changes nothing.',
		arguments: {
			'filters.days': { text: 'How many days back, such as 30, or empty', type: 'string' },
		},
	},
	fields: [filters([agentIn('query'), days])],
};
