import { invalidInput } from '../../../shared/contract/failure';
import type { OperationDescription } from '../../../shared/fields/resource';
import { at } from '../../../shared/values/json';
import type { Prepare } from '../../../shared/operations/single';
import { testAddressWarning } from '../../../shared/webhook/testAddress';
import { routing } from '../../vendor';
import { otherEvents, eventsInBody, webhookEvents, webhookName, webhookSecret, webhookUrl } from './fields';
import { additionalFields } from '../../../shared/fields/collection';

const someEvent: Prepare = (apiRequest) => {
	if (at(apiRequest.request.body, 'events') !== undefined) return apiRequest;
	throw invalidInput('No event is chosen', 'Choose at least one under "Event Names or IDs", or add "Other Events".');
};

/** See docs/vendors/kakiyo.md#webhooks. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a webhook',
		description: 'Have Kakiyo report events to an address of your own; the Kakiyo Trigger has its own',
		routing: routing.post('/webhooks', {
			warnings: testAddressWarning('webhookUrl', webhookUrl.displayName),
			prepare: [eventsInBody('events', 'additionalFields.otherEvents'), someEvent],
		}),
	},
	tool: {
		text: 'Has Kakiyo report events, with data of people, to an address. Not for an address that somebody else has named.',
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
