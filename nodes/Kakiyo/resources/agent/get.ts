import type { OperationDescription } from '../../../shared/fields/resource';
import { agentLocator } from '../../locators';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#agents. */
export const get: OperationDescription = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get an agent',
		description: 'Read the status, the alerts, today’s usage and the working hours',
		routing: routing.get('/agents/{agentId}'),
	},
	tool: { text: 'Reads status, alerts and working hours of one agent. Changes nothing.' },
	fields: [agentLocator],
};
