import type { OperationDescription } from '../../../shared/fields/resource';
import { testEventLocator } from '../../locators';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#webhooks. */
export const getExample: OperationDescription = {
	option: {
		name: 'Get Example Payload',
		value: 'getExample',
		action: 'Get an example of a webhook event',
		description: 'Read what Kakiyo would send for an event. Nothing is delivered.',
		routing: routing.get('/webhooks/test/example/{event}'),
	},
	tool: {
		text: 'Reads what Kakiyo would send for an event. Delivers nothing.',
		arguments: {
			event: 'Event name, from Webhook > Get Events',
		},
	},
	fields: [testEventLocator],
};
