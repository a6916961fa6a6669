import type { OperationDescription } from '../../../shared/fields/resource';
import { filtering } from '../../../shared/values/reading/kind';
import { metricRows } from '../../metrics';
import { routing } from '../../vendor';
import { days } from './fields';

/** No document names its scope. See docs/vendors/kaicalls.md#analytics. */
export const getBusinesses: OperationDescription = {
	option: {
		name: 'Get Businesses',
		value: 'getBusinesses',
		action: 'Get the figures of businesses',
		description: 'Compare your businesses with each other',
		routing: routing.get('/analytics/businesses', { read: metricRows }),
	},
	tool: {
		text: 'Compares the businesses of the account. Figures only. Changes nothing.',
		arguments: {
			days: { text: 'How many days back, such as 30, or empty', type: 'string' },
		},
	},
	fields: [filtering(days)],
};
