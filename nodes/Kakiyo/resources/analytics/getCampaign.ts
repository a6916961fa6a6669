import type { OperationDescription } from '../../../shared/fields/resource';
import { campaignLocator } from '../../locators';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#analytics. */
export const getCampaign: OperationDescription = {
	option: {
		name: 'Get Campaign',
		value: 'getCampaign',
		action: 'Get analytics of a campaign',
		description: 'Read the rates, the daily activity and the states of the conversations',
		routing: routing.get('/analytics/campaigns/{campaignId}'),
	},
	tool: { text: 'Reads rates and daily activity of one campaign. Changes nothing.' },
	fields: [campaignLocator],
};
