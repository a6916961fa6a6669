import type { OperationDescription } from '../../../shared/fields/resource';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#analytics. */
export const getOverview: OperationDescription = {
	option: {
		name: 'Get Overview',
		value: 'getOverview',
		action: 'Get an overview of all campaigns',
		description: 'Read the totals, rates (in percent) and recent activity of the whole team',
		routing: routing.get('/analytics/overview'),
	},
	tool: { text: 'Reads totals and rates of all campaigns. Changes nothing.' },
	fields: [],
};
