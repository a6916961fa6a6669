import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { sentAs } from '../../../shared/fields/sent';
import { agentIn } from '../../fields';
import { metricRows } from '../../metrics';
import { routing } from '../../vendor';
import { days } from './fields';

/** No document names its scope. See docs/vendors/kaicalls.md#analytics. */
export const getCalls: OperationDescription = {
	option: {
		name: 'Get Calls',
		value: 'getCalls',
		action: 'Get the figures of calls',
		description: 'Read the number of calls by day or week, and their results',
		routing: routing.get('/analytics/calls', { read: metricRows }),
	},
	tool: {
		text: 'Reads the number of calls and their results. Figures only. Changes nothing.',
		arguments: {
			'filters.days': { text: 'How many days back, such as 30, or empty', type: 'string' },
		},
	},
	fields: [
		filters([
			agentIn('query'),
			days,
			sentAs('query', 'group_by', {
				displayName: 'Group By',
				name: 'groupBy',
				type: 'options',
				options: [
					{ name: 'Day', value: 'day' },
					{ name: 'Week', value: 'week' },
				],
				default: 'day',
				description: 'Period of each figure',
			}),
		]),
	],
};
