import { simplifyField } from '../../../shared/fields/list';
import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { simplifyConversation } from '../../records/conversation';
import { campaignLocator } from '../../locators';
import { campaignProspectPages } from '../../pages';
import { routing } from '../../vendor';
import { listsByStatus, stateFilters } from './filters';

/** See docs/vendors/kakiyo.md#prospects. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many prospects',
		description: 'List the people of a campaign with the status of their conversations',
		routing: routing.getMany('/prospects/campaign/{campaignId}', {
			page: campaignProspectPages,
			parts: listsByStatus,
			simplify: simplifyConversation,
		}),
	},
	tool: {
		text: 'Lists the people of one campaign with their IDs and status. Writes to nobody.',
		arguments: {
			'filters.hasResponded': { text: 'yes, no or empty for both', type: 'string' },
		},
	},
	fields: [campaignLocator, filters(stateFilters), simplifyField()],
};
