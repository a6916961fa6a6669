import type { OperationDescription } from '../../../shared/fields/resource';
import { testEventLocator } from '../../locators';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#webhooks. */
export const getExample: OperationDescription = {
	option: {
		name: 'Get Example Payload',
		value: 'getExample',
		action: 'Get an example of a webhook event',
		description: 'Read an example of what Kakiyo sends for an event. Sends nothing.',
		routing: routing.get('/webhooks/test/example/{event}'),
	},
	tool: {
		text: 'Reads an example payload of an event. Sends nothing.',
		arguments: {
			event: 'Event name, from Webhook > Get Events',
		},
	},
	fields: [testEventLocator],
};
