import { invalidInput } from '../../../shared/contract/failure';
import type { OperationDescription } from '../../../shared/fields/resource';
import { valueAt } from '../../../shared/values/json';
import type { Prepare } from '../../../shared/operations/single';
import { ofKind } from '../../../shared/values/reading/kind';
import { campaignLocator } from '../../locators';
import { routing } from '../../vendor';
import { stringOf } from '../../../shared/values/text';

const MAX_SEARCH_URL = 20_000;

/** The search for people, with its filters in `query`. */
function isPeopleSearch(text: string): boolean {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	return (
		url?.protocol === 'https:' &&
		/^(www\.)?linkedin\.com$/.test(url.hostname) &&
		url.pathname === '/sales/search/people' &&
		Boolean(url.searchParams.get('query'))
	);
}

const checkedSearchUrl: Prepare = (apiRequest) => {
	const text = stringOf(valueAt(apiRequest.request.body, 'searchUrl') ?? '');
	if (text.length <= MAX_SEARCH_URL && isPeopleSearch(text)) return apiRequest;
	throw invalidInput(
		'"Search URL" is not the address of a people search in Sales Navigator',
		'Search for people in Sales Navigator and copy the whole address, which starts with https://www.linkedin.com/sales/search/people?query=',
	);
};

/** Runs on in the background; there is no endpoint for its state. See docs/vendors/kakiyo.md#prospects. */
export const importSalesNavigator: OperationDescription = {
	option: {
		name: 'Import From Sales Navigator',
		value: 'importSalesNavigator',
		action: 'Import prospects from Sales Navigator',
		description: 'Add the people that a LinkedIn search finds to a campaign',
		routing: routing.post('/prospects/sales-navigator', { prepare: [checkedSearchUrl] }),
	},
	notice: 'The agent of a running campaign writes to all people that are found. At most three imports run at once.',
	tool: {
		text: 'Adds the people of a LinkedIn search, hundreds at once, to a campaign; if it is running, its agent writes to all of them. Fewer than 100 cannot be asked for.',
		arguments: {
			searchUrl: 'Such as https://www.linkedin.com/sales/search/people?query=x',
			requestedCount: 'How many people: 100, 250 or 500 and no other number',
		},
	},
	fields: [
		{ ...campaignLocator, routing: { send: { type: 'body', property: 'campaignId' } } },
		ofKind('url', {
			displayName: 'Search URL',
			name: 'searchUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://www.linkedin.com/sales/search/people?query=...',
			description: 'Whole address of a people search in Sales Navigator',
			routing: { send: { type: 'body', property: 'searchUrl' } },
		}),
		{
			displayName: 'Number of Prospects',
			name: 'requestedCount',
			type: 'options',
			required: true,
			default: 250,
			options: [
				{ name: 'Up to 100', value: 100 },
				{ name: 'Up to 250', value: 250 },
				{ name: 'Up to 500', value: 500 },
			],
			description: 'How many people to import',
			routing: { send: { type: 'body', property: 'requestedCount' } },
		},
		ofKind('spokenLine', {
			displayName: 'Import Name',
			name: 'importName',
			type: 'string',
			default: '',
			placeholder: 'e.g. CFOs in Lyon',
			description: 'How the dashboard lists the import, up to 120 characters',
			routing: { send: { type: 'body', property: 'name' } },
		}),
	],
};
