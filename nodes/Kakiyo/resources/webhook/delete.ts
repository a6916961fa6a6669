import type { OperationDescription } from '../../../shared/fields/resource';
import { toRemove } from '../../../shared/fields/toRemove';
import { deleted } from '../../../shared/operations/deleted';
import { webhookLocator } from '../../locators';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#webhooks. */
export const remove: OperationDescription = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a webhook',
		description: 'Stop the reports to an address for good',
		routing: routing.del('/webhooks/{webhookIdToDelete}', { read: deleted }),
	},
	notice:
		'Workflows that wait for these reports no longer start. The Kakiyo Trigger deletes its own when its workflow is unpublished.',
	tool: { text: 'Stops the reports to one address for good; workflows that wait for them no longer start.' },
	fields: [toRemove('Delete', webhookLocator)],
};
