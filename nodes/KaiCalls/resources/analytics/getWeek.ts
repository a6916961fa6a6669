import type { OperationDescription } from '../../../shared/fields/resource';
import { metricRows } from '../../metrics';
import { routing } from '../../vendor';

/** No document names its scope. See docs/vendors/kaicalls.md#analytics. */
export const getWeek: OperationDescription = {
	option: {
		name: 'Get Week',
		value: 'getWeek',
		action: 'Get the figures of a week',
		description: 'Read the figures of the past week',
		routing: routing.get('/analytics/weekly', { read: metricRows }),
	},
	tool: { text: 'Reads the figures of the past week. Changes nothing.' },
	fields: [],
};
