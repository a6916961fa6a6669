import type { OperationDescription } from '../../../shared/fields/resource';
import { rowsOf } from '../../../shared/values/rows';
import { agentLocator } from '../../locators';
import { routing } from '../../vendor';
import { withDayNames } from './workingHours';

/** See docs/vendors/kakiyo.md#agents. */
export const get: OperationDescription = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get an agent',
		description: 'Read the status, the alerts, today’s usage and the working hours',
		routing: routing.get('/agents/{agentId}', { read: (body) => rowsOf(body).map(withDayNames) }),
	},
	tool: { text: 'Reads status, alerts and working hours of one agent. Changes nothing.' },
	fields: [agentLocator],
};
