import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { textField } from '../../fields';
import { metricRows } from '../../metrics';
import { routing } from '../../vendor';
import { days } from './fields';

/** No document names its scope. See docs/vendors/kaicalls.md#analytics. */
export const getFunnel: OperationDescription = {
	option: {
		name: 'Get Funnel',
		value: 'getFunnel',
		action: 'Get the lead funnel',
		description: 'Read the number of leads at each stage',
		routing: routing.get('/analytics/funnel', { read: metricRows }),
	},
	tool: {
		text: 'Reads the number of leads at each stage. Figures only. Changes nothing.',
		arguments: {
			'filters.days': { text: 'How many days back, such as 30, or empty', type: 'string' },
		},
	},
	fields: [
		filters([
			days,
			textField('query', 'source', {
				displayName: 'Source',
				name: 'source',
				description: 'Only leads from this source',
			}),
		]),
	],
};
