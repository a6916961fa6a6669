import type { OperationDescription } from '../../../shared/fields/resource';
import { campaignPages } from '../../pages';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#campaigns. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many campaigns',
		description: 'List campaigns with their numbers of prospects, messages and answers',
		routing: routing.getMany('/campaigns', { page: campaignPages }),
	},
	tool: { text: 'Lists campaigns with IDs and counts. Changes nothing. Use it to find a campaign ID.' },
	fields: [],
};
