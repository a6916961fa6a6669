import { filters } from '../../../shared/fields/collection';
import { optionalLocator } from '../../../shared/fields/locator';
import type { OperationDescription } from '../../../shared/fields/resource';
import { sentAs } from '../../../shared/fields/sent';
import { ofKind } from '../../../shared/values/reading/kind';
import { textField, workspaceIn } from '../../fields';
import { webhookLocator } from '../../locators';
import { firstPage } from '../../pages';
import { routing } from '../../vendor';

/** No document names a second page. See docs/vendors/kaicalls.md#events. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many event deliveries',
		description: 'List the deliveries of events to webhooks. KaiCalls returns at most 100.',
		routing: routing.getMany('/event-deliveries', {
			scope: 'events:read or webhooks:read',
			page: firstPage('deliveries'),
		}),
	},
	tool: {
		text: 'Lists the deliveries of events to webhooks. Sends nothing.',
		arguments: {
			'filters.webhookId': 'Webhook ID, from Webhook > Get Many, or empty',
		},
	},
	fields: [
		filters([
			ofKind('id', textField('query', 'event_id', { displayName: 'Event ID', name: 'eventId' })),
			sentAs('query', 'status', {
				displayName: 'Status',
				name: 'deliveryStatus',
				type: 'options',
				options: [
					{ name: 'Failed', value: 'failed' },
					{ name: 'Succeeded', value: 'succeeded' },
				],
				default: 'failed',
				description: 'Whether the webhook accepted the event',
			}),
			sentAs('query', 'webhook_id', optionalLocator(webhookLocator)),
			workspaceIn('query'),
		]),
	],
};
