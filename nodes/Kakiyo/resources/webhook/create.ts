import { invalidInput } from '../../../shared/contract/failure';
import type { OperationDescription } from '../../../shared/fields/resource';
import { valueAt } from '../../../shared/values/json';
import type { Prepare } from '../../../shared/operations/single';
import { testAddressWarning } from '../../../shared/webhook/testAddress';
import { routing } from '../../vendor';
import { otherEvents, eventsInBody, webhookEvents, webhookName, webhookSecret, webhookUrl } from './fields';
import { additionalFields } from '../../../shared/fields/collection';

const someEvent: Prepare = (apiRequest) => {
	if (valueAt(apiRequest.request.body, 'events') !== undefined) return apiRequest;
	throw invalidInput('No event is chosen', 'Choose at least one under "Event Names or IDs", or add "Other Events".');
};

/** See docs/vendors/kakiyo.md#webhooks. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a webhook',
		description: 'Send events to your own address. The Kakiyo Trigger makes its own webhook.',
		routing: routing.post('/webhooks', {
			warnings: testAddressWarning('webhookUrl', webhookUrl.displayName),
			prepare: [eventsInBody('events', 'additionalFields.otherEvents'), someEvent],
		}),
	},
	tool: {
		text: 'Sends events, with data of people, to an address. Only use an address from the user.',
		arguments: {
			webhookUrl: 'Address of the user, such as https://example.com/kakiyo',
		},
	},
	fields: [
		{ ...webhookName, required: true },
		{ ...webhookUrl, required: true },
		webhookEvents,
		additionalFields([otherEvents, webhookSecret]),
	],
};
