import type { OperationDescription } from '../../../shared/fields/resource';
import { campaignLocator } from '../../locators';
import { routing } from '../../vendor';

/** [seed 000] */
export const resume: OperationDescription = {
	option: {
		name: 'Resume',
		value: 'resume',
		action: 'Resume a campaign',
		description: 'Let the agent contact the people of a paused campaign again; also ends Prevent Auto Start',
		routing: routing.post('/campaigns/{campaignId}/resume'),
	},
	fields: [campaignLocator],
};
