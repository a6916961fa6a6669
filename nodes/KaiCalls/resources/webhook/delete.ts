import type { OperationDescription } from '../../../shared/fields/resource';
import { forGood } from '../../../shared/fields/forGood';
import { idInQuery } from '../../../shared/operations/prepare';
import { deleted } from '../../../shared/operations/deleted';
import { narrowing } from '../../../shared/values/reading/kind';
import { workspaceIn } from '../../fields';
import { webhookLocator } from '../../locators';
import { routing } from '../../vendor';

/** Follows the SDK; the plugin sends the business instead (docs/vendors/kaicalls.md#c15). */
export const remove: OperationDescription = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a webhook',
		description: 'Stop the events to an address for good',
		routing: routing.del('/webhooks', {
			scope: 'webhooks:write',
			prepare: [idInQuery('webhookIdToDelete')],
			read: deleted,
		}),
	},
	notice: 'Workflows behind this webhook no longer start.',
	tool: { text: 'Stops the events to one address for good. Workflows behind it no longer start.' },
	fields: [forGood('Delete', webhookLocator), narrowing(workspaceIn('query'))],
};
