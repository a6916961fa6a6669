import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { allChoices, searchChoices, type Lookup } from '../shared/lookup';
import { readConversation } from './conversations';
import { campaignPages, dncPages, prospectSearchPages, wholeList } from './pages';
import { kakiyo } from './vendor';

/** A choice, as long as the row has a value to choose; one without a name goes by its value. */
function choice(name: unknown, value: unknown): INodeListSearchItems | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	return { name: typeof name === 'string' && name !== '' ? name : String(value), value };
}

const named: Lookup['toChoice'] = ({ id, name }) => choice(name, id);

const whole = (path: string, tier?: string): Lookup => ({ path, page: wholeList, tier, toChoice: named });

/** `Jane Doe (CFO)`. */
function personName({ name, headline }: Record<string, unknown>): string {
	const who = typeof name === 'string' ? name : '';
	return typeof headline === 'string' && headline !== '' ? `${who} (${headline})` : who;
}

const prospects = {
	path: '/prospects/search',
	page: prospectSearchPages,
	tier: 'low',
	searchParam: 'query',
};

const campaigns: Lookup = { path: '/campaigns', page: campaignPages, toChoice: named };

const webhookEvents = whole('/webhooks/events', 'high');

/** The choices of a resource locator, page by page. */
const searching = (lookup: Lookup) =>
	async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		return await searchChoices(this, kakiyo, lookup, filter, paginationToken);
	};

/** The choices of a dropdown, all at once. */
const offering = (lookup: Lookup, first: INodePropertyOptions[] = []) =>
	async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return [...first, ...(await allChoices(this, kakiyo, lookup))];
	};

export const listSearch = {
	searchAgents: searching(whole('/agents')),
	searchCampaigns: searching(campaigns),
	searchConversations: searching({
		...prospects,
		toChoice(row) {
			const { chatId, person } = readConversation(row);
			return choice(personName(person), chatId);
		},
	}),
	searchDncEntries: searching({
		path: '/dnc',
		page: dncPages,
		tier: 'dncRead',
		toChoice: ({ $id, url }) => choice(url, $id),
	}),
	searchModels: searching(whole('/models', 'high')),
	searchProducts: searching(whole('/products')),
	searchPrompts: searching(whole('/prompts')),
	searchProspects: searching({
		...prospects,
		toChoice(row) {
			const { person } = readConversation(row);
			return choice(personName(person), person.id);
		},
	}),
	searchTestEvents: searching(whole('/webhooks/test/events', 'high')),
	searchWebhooks: searching(whole('/webhooks')),
	searchWorkspaces: searching(whole('/workspaces')),
};

export const loadOptions = {
	getCampaigns: offering(campaigns),
	getWebhookEvents: offering(webhookEvents, [{ name: 'All Events', value: '*' }]),
};
