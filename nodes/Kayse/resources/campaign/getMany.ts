import { filtering } from '../../../shared/values/reading/kind';
import { simplifyField } from '../../../shared/fields/list';
import type { OperationDescription } from '../../../shared/fields/resource';
import { sentAs } from '../../../shared/fields/sent';
import { wholeList } from '../../pages';
import { routing } from '../../vendor';
import { simplifyCampaign } from './simplify';

/** See docs/vendors/kayse.md#campaigns. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many campaigns',
		description: 'List campaigns with their agents, schedules and call figures',
		routing: routing.getMany('/campaigns', {
			page: wholeList,
			simplify: simplifyCampaign,
			ownWords: ['message', 'messages', 'body', 'text', 'content', 'subject'],
		}),
	},
	tool: {
		text: 'Lists campaigns with their IDs and figures. Calls nobody.',
		arguments: {
			search: 'Part of the name, or empty',
		},
	},
	fields: [
		filtering(
			sentAs('query', 'key', {
				displayName: 'Search',
				name: 'search',
				type: 'string',
				default: '',
				placeholder: 'e.g. spring',
				description: 'Text to search for in the campaigns. Leave empty for all.',
			}),
		),
		simplifyField(),
	],
};
