import type { OperationDescription } from '../../../shared/fields/resource';
import { forGood } from '../../../shared/fields/forGood';
import { deletedRow } from '../../../shared/operations/deleted';
import { campaignLocator } from '../../locators';
import { deletedName } from '../deletedName';
import { routing } from '../../vendor';
import { namedCampaign } from '../../namedRecords';

/** See docs/vendors/kakiyo.md#campaigns. */
export const remove: OperationDescription = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a campaign',
		description: 'Erase a paused campaign for good, with its prospects, conversations and messages',
		routing: routing.del('/campaigns/{campaignIdToDelete}', {
			read: (body) => [{ ...deletedRow(body), ...deletedName(body, 'campaignName') }],
		}),
	},
	notice: 'Erases the campaign for good, with its prospects, conversations and messages. Pause it first.',
	tool: {
		text: 'Erases a paused campaign for good, with its people, conversations and messages. To stop it for a while, use Campaign > Pause.',
	},
	record: namedCampaign,
	asksForName: true,
	fields: [forGood('Delete', campaignLocator)],
};
