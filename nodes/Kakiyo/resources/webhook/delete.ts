import type { OperationDescription } from '../../../shared/fields/resource';
import { forGood } from '../../../shared/fields/forGood';
import { deleted } from '../../../shared/operations/deleted';
import { webhookLocator } from '../../locators';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#webhooks. */
export const remove: OperationDescription = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a webhook',
		description: 'Stop the events to an address for good',
		routing: routing.del('/webhooks/{webhookIdToDelete}', { read: deleted }),
	},
	notice:
		'Workflows behind this webhook no longer start. The Kakiyo Trigger deletes its own webhook when you unpublish its workflow.',
	tool: { text: 'Stops the events to one address for good. Workflows behind it no longer start.' },
	fields: [forGood('Delete', webhookLocator)],
};
