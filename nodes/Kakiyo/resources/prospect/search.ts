import type { INodeProperties } from 'n8n-workflow';

import { simplifyField } from '../../../shared/fields/list';
import { optionalLocator } from '../../../shared/fields/locator';
import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { filtering } from '../../../shared/values/reading/kind';
import { simplifyConversation } from '../../records/conversation';
import { campaignLocator } from '../../locators';
import { prospectSearchPages } from '../../pages';
import { routing } from '../../vendor';
import { listsByStatus, stateFilters } from './filters';

const searchFilters: INodeProperties[] = [
	{ ...optionalLocator(campaignLocator), routing: { send: { type: 'query', property: 'campaignId' } } },
	{
		displayName: 'City',
		name: 'city',
		type: 'string',
		default: '',
		placeholder: 'e.g. Lyon',
		routing: { send: { type: 'query', property: 'city' } },
	},
	{
		displayName: 'Country',
		name: 'country',
		type: 'string',
		default: '',
		placeholder: 'e.g. France',
		routing: { send: { type: 'query', property: 'country' } },
	},
	{
		displayName: 'Qualification',
		name: 'qualification',
		type: 'options',
		default: 'qualified',
		options: [
			{ name: 'Disqualified', value: 'disqualified' },
			{ name: 'Pending', value: 'pending' },
			{ name: 'Qualified', value: 'qualified' },
		],
		description: 'The decision of the agent or of a person about the prospect',
		routing: { send: { type: 'query', property: 'qualification' } },
	},
];

/** See docs/vendors/kakiyo.md#prospects. */
export const search: OperationDescription = {
	option: {
		name: 'Search',
		value: 'search',
		action: 'Search prospects',
		description: 'Find people in all campaigns by name, headline, place or state of the conversation',
		routing: routing.getMany('/prospects/search', {
			page: prospectSearchPages,
			tier: 'low',
			parts: listsByStatus,
			simplify: simplifyConversation,
		}),
	},
	tool: {
		text: 'Finds people in all campaigns by words of name, headline or place, with IDs. Writes to nobody.',
		arguments: {
			query: 'Words, such as Jane Doe; not an address',
			'filters.campaignId': 'Campaign ID, from Campaign > Get Many, or empty',
			'filters.hasResponded': { text: 'yes, no or empty for both', type: 'string' },
		},
	},
	fields: [
		filtering({
			displayName: 'Search Text',
			name: 'query',
			type: 'string',
			default: '',
			placeholder: 'e.g. CFO',
			description: 'Part of a name or headline. Leave empty to use the filters only.',
			routing: { send: { type: 'query', property: 'query' } },
		}),
		filters([...searchFilters, ...stateFilters]),
		simplifyField(),
	],
};
