import type { OperationDescription } from '../../../shared/fields/resource';
import { campaignLocator } from '../../locators';
import { routing } from '../../vendor';
import { namedCampaign } from '../../namedRecords';

/** See docs/vendors/kakiyo.md#campaigns. */
export const resume: OperationDescription = {
	option: {
		name: 'Resume',
		value: 'resume',
		action: 'Resume the outreach of a campaign',
		description: 'Let the agent contact the people of a paused campaign again. Also ends Prevent Auto Start.',
		// Safe to repeat.
		routing: routing.post('/campaigns/{campaignId}/resume', { repeatable: true }),
	},
	notice: 'The agent contacts real people again: everyone in the campaign.',
	tool: { text: 'Lets the agent contact real people again: everyone in a paused campaign.' },
	record: namedCampaign,
	fields: [campaignLocator],
};
