import type { OperationDescription } from '../../../shared/fields/resource';
import { wholeList } from '../../pages';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#webhooks. */
export const getEvents: OperationDescription = {
	option: {
		name: 'Get Events',
		value: 'getEvents',
		action: 'Get the events of webhooks',
		description: 'List the names of all events that a webhook can report',
		routing: routing.getAll('/webhooks/events', { page: wholeList, tier: 'high' }),
	},
	tool: { text: 'Lists the names of events that webhooks can report. Changes nothing.' },
	fields: [],
};
