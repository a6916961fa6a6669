import type { OperationDescription } from '../../../shared/fields/resource';
import { campaignLocator } from '../../locators';
import { routing } from '../../vendor';
import { namedCampaign } from '../../named';

/** See docs/vendors/kakiyo.md#campaigns. */
export const resume: OperationDescription = {
	option: {
		name: 'Resume',
		value: 'resume',
		action: 'Resume the outreach of a campaign',
		description: 'Let the agent contact the people of a paused campaign again; also ends Prevent Auto Start',
		// Done twice it is the same as once.
		routing: routing.post('/campaigns/{campaignId}/resume', { repeatable: true }),
	},
	notice: 'The agent contacts all real people of the campaign again.',
	tool: { text: 'Lets the agent contact the real people of a paused campaign again, all of them.' },
	record: namedCampaign,
	fields: [campaignLocator],
};
