import type { OperationDescription } from '../../../shared/fields/resource';
import { filtering } from '../../../shared/values/reading/kind';
import { metricRows } from '../../metrics';
import { routing } from '../../vendor';
import { days } from './fields';

/** No document names its scope. See docs/vendors/kaicalls.md#analytics. */
export const getDashboard: OperationDescription = {
	option: {
		name: 'Get Dashboard',
		value: 'getDashboard',
		action: 'Get the dashboard of an account',
		description: 'Read the key figures of leads, calls and agents',
		routing: routing.get('/analytics/dashboard', { read: metricRows }),
	},
	tool: {
		text: 'Reads key figures of leads, calls and agents. Changes nothing.',
		arguments: {
			days: { text: 'How many days back, such as 30, or empty', type: 'string' },
		},
	},
	fields: [filtering(days)],
};
