import { invalidInput } from '../../../shared/contract/failure';
import type { OperationDescription } from '../../../shared/fields/resource';
import { valueAt } from '../../../shared/values/json';
import type { Prepare } from '../../../shared/operations/single';
import { ofKind } from '../../../shared/values/reading/kind';
import { campaignLocator } from '../../locators';
import { routing } from '../../vendor';
import { stringOf } from '../../../shared/values/text';

const MAX_SEARCH_URL = 20_000;

/** Whether an address is a search for people, with its filters in `query`. */
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
		'"Search URL" must be the address of a people search in Sales Navigator',
		'Search for people in Sales Navigator and copy the full address. It starts with https://www.linkedin.com/sales/search/people?query=',
	);
};

/** Runs in the background, without an endpoint for its state. See docs/vendors/kakiyo.md#prospects. */
export const importSalesNavigator: OperationDescription = {
	option: {
		name: 'Import From Sales Navigator',
		value: 'importSalesNavigator',
		action: 'Import prospects from Sales Navigator',
		description: 'Add the people of a LinkedIn search to a campaign',
		routing: routing.post('/prospects/sales-navigator', { prepare: [checkedSearchUrl] }),
	},
	notice: 'The agent of a running campaign writes to all people found. At most three imports run at once.',
	tool: {
		text: 'Adds the people of a LinkedIn search, 100 or more, to a campaign. If it is running, its agent writes to all of them.',
		arguments: {
			searchUrl: 'Such as https://www.linkedin.com/sales/search/people?query=x',
			requestedCount: 'How many people: 100, 250 or 500',
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
			description: 'Full address of a people search in Sales Navigator',
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
			description: 'Name of the import in the dashboard, up to 120 characters',
			routing: { send: { type: 'body', property: 'name' } },
		}),
	],
};
