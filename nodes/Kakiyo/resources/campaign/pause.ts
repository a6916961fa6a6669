import type { OperationDescription } from '../../../shared/fields/resource';
import { campaignLocator } from '../../locators';
import { routing } from '../../vendor';
import { namedCampaign } from '../../named';

/** See docs/vendors/kakiyo.md#campaigns. */
export const pause: OperationDescription = {
	option: {
		name: 'Pause',
		value: 'pause',
		action: 'Pause a campaign',
		description: 'Stop all outreach of a campaign until it is resumed',
		// Done twice it is the same as once.
		routing: routing.post('/campaigns/{campaignId}/pause', { repeatable: true }),
	},
	notice: 'The agent writes to nobody of the campaign until it is resumed.',
	tool: { text: 'Stops all outreach of one campaign until it is resumed. Erases nothing.' },
	record: namedCampaign,
	fields: [campaignLocator],
};
