import type { OperationDescription } from '../../../shared/fields/resource';
import { somethingToSend } from '../../../shared/operations/prepare';
import { testAddressWarning } from '../../../shared/webhook/testAddress';
import { webhookLocator } from '../../locators';
import { routing } from '../../vendor';
import { otherEvents, eventsInBody, webhookEvents, webhookName, webhookSecret, webhookUrl } from './fields';
import { updateFields } from '../../../shared/fields/collection';

/** A partial update, except that it replaces all events. See docs/vendors/kakiyo.md#webhooks. */
export const update: OperationDescription = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a webhook',
		description: 'Change the address, the events or the name, or switch a disabled webhook on again',
		routing: routing.put('/webhooks/{webhookId}', {
			warnings: testAddressWarning('updateFields.webhookUrl', webhookUrl.displayName),
			prepare: [eventsInBody('updateFields.events', 'updateFields.otherEvents'), somethingToSend('Update Fields')],
		}),
	},
	notice: 'Events go to the new address from now on; workflows that wait at the old one no longer start.',
	tool: {
		text: 'Changes name or address of a webhook. Data of people goes to the new address at once. Empty fields keep their value.',
		arguments: {
			'updateFields.name': 'New name or empty',
			'updateFields.webhookUrl': 'New address of the user, or empty',
		},
	},
	fields: [
		webhookLocator,
		updateFields([
			{
				displayName: 'Active',
				name: 'active',
				type: 'boolean',
				default: true,
				description:
					'Whether Kakiyo sends events to it. Kakiyo switches it off after several failed deliveries in a row.',
				routing: { send: { type: 'body', property: 'active' } },
			},
			otherEvents,
			webhookEvents,
			webhookName,
			webhookSecret,
			webhookUrl,
		]),
	],
};
