import type { OperationDescription } from '../../../shared/fields/resource';
import { wholeList } from '../../pages';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#webhooks. */
export const getTestEvents: OperationDescription = {
	option: {
		name: 'Get Test Events',
		value: 'getTestEvents',
		action: 'Get the test events of webhooks',
		description: 'List the events for Send Test, with their meaning',
		routing: routing.getAll('/webhooks/test/events', { page: wholeList }),
	},
	tool: { text: 'Lists the events for Webhook > Send Test. Sends nothing.' },
	fields: [],
};
