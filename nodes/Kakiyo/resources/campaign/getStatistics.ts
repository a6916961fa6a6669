import type { OperationDescription } from '../../../shared/fields/resource';
import { campaignLocator } from '../../locators';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#campaigns. */
export const getStatistics: OperationDescription = {
	option: {
		name: 'Get Statistics',
		value: 'getStatistics',
		action: 'Get statistics of a campaign',
		description: 'Read how many people were contacted, answered and qualified. Rates are texts such as "15.00%".',
		routing: routing.get('/campaigns/{campaignId}/stats'),
	},
	tool: { text: 'Reads how many people of a campaign were contacted, answered and qualified. Changes nothing.' },
	fields: [campaignLocator],
};
