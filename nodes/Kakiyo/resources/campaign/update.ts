import type { OperationDescription } from '../../../shared/fields/resource';
import { pairsInBody, somethingToSend } from '../../../shared/operations/prepare';
import { campaignLocator } from '../../locators';
import { routing } from '../../vendor';
import { campaignName, campaignSettings } from './fields';
import { namedCampaign } from '../../namedRecords';
import { updateFields } from '../../../shared/fields/collection';

/** A partial update: fields left out keep their value. See docs/vendors/kakiyo.md#campaigns. */
export const update: OperationDescription = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a campaign',
		description: 'Change the name, the qualification thresholds or the prompt variables',
		routing: routing.put('/campaigns/{campaignId}', {
			prepare: [pairsInBody('updateFields.variables', 'variables'), somethingToSend('Update Fields')],
		}),
	},
	tool: {
		text: 'Changes the name of a campaign. Does not start or stop it, and adds nobody.',
		arguments: {
			'updateFields.name': 'New name, such as Spring CFOs',
		},
	},
	record: namedCampaign,
	fields: [campaignLocator, updateFields([campaignName, ...campaignSettings])],
};
