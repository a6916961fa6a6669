import { simplifyField } from '../../../shared/fields/list';
import type { OperationDescription } from '../../../shared/fields/resource';
import { simplifyConversation } from '../../conversations';
import { campaignLocator } from '../../locators';
import { campaignProspectPages } from '../../pages';
import { routing } from '../../vendor';
import { stateFilters } from './filters';

/** [docs prospects/list] */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many prospects',
		description: 'List the people of a campaign and how far their conversations have come',
		routing: routing.getMany('/prospects/campaign/{campaignId}', {
			page: campaignProspectPages,
			simplify: simplifyConversation,
		}),
	},
	fields: [
		campaignLocator,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: stateFilters,
		},
		simplifyField(),
	],
};
