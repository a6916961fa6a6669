import type { OperationDescription } from '../../../shared/fields/resource';
import { campaignLocator } from '../../locators';
import { routing } from '../../vendor';
import { namedCampaign } from '../../namedRecords';

/** See docs/vendors/kakiyo.md#campaigns. */
export const pause: OperationDescription = {
	option: {
		name: 'Pause',
		value: 'pause',
		action: 'Pause a campaign',
		description: 'Stop all outreach of a campaign until you resume it',
		// Safe to repeat.
		routing: routing.post('/campaigns/{campaignId}/pause', { repeatable: true }),
	},
	notice: 'The agent writes to no person of this campaign until you resume it.',
	tool: { text: 'Stops all outreach of one campaign until resumed. Erases nothing.' },
	record: namedCampaign,
	fields: [campaignLocator],
};
