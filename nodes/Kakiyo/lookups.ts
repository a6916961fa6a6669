import { choice, lookupsOf, type Lookup } from '../shared/engine/listSearch';
import { readConversation } from './conversations';
import { campaignPages, dncPages, prospectSearchPages, wholeList } from './pages';
import { kakiyo } from './vendor';

const { searching, offering } = lookupsOf(kakiyo);

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
	searchTestEvents: searching(whole('/webhooks/test/events')),
	searchWebhooks: searching(whole('/webhooks')),
	searchWorkspaces: searching(whole('/workspaces')),
};

export const loadOptions = {
	getCampaigns: offering(campaigns),
	getWebhookEvents: offering(webhookEvents, [{ name: 'All Events', value: '*' }]),
};
