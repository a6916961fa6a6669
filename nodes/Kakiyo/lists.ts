import { lookupsOf } from '../shared/engine/listSearch';
import { valueAt } from '../shared/values/json';
import { choice, type Lookup } from '../shared/paging/lookup';
import { readConversation } from './records/conversation';
import { campaignPages, dncPages, prospectSearchPages, wholeList } from './pages';
import { kakiyo } from './vendor';

const { listsOf, offering } = lookupsOf(kakiyo);

const named: Lookup['toChoice'] = ({ id, name }) => choice(name, id);

const whole = (path: string, tier?: string): Lookup => ({ path, page: wholeList, tier, toChoice: named });

/** `jane-doe-12ab`, the end of a profile address. */
const profileEnd = (url: unknown): string | undefined =>
	typeof url === 'string' ? /\/in\/([^/?#]+)/.exec(url)?.[1] : undefined;

/** `Jane Doe (CFO) · jane-doe-12ab`: two people may have the same name and job. */
function personName({ name, headline, url }: Record<string, unknown>): string {
	const who = typeof name === 'string' ? name : '';
	const withJob = typeof headline === 'string' && headline !== '' ? `${who} (${headline})` : who;
	return [withJob, profileEnd(url)].filter(Boolean).join(' · ');
}

/** `Jane Doe (CFO) · Spring`: one person may be in several campaigns. */
const inCampaign = (who: string, campaign: unknown): string =>
	typeof campaign === 'string' && campaign !== '' ? `${who} · ${campaign}` : who;

const prospects = {
	path: '/prospects/search',
	page: prospectSearchPages,
	tier: 'low',
	searchParam: 'query',
};

const campaigns: Lookup = { path: '/campaigns', page: campaignPages, toChoice: named };

const webhookEvents = whole('/webhooks/events', 'high');

export const { listed, listSearch } = listsOf({
	searchAgents: whole('/agents'),
	searchCampaigns: campaigns,
	searchConversations: {
		...prospects,
		toChoice(row) {
			const { chatId, person } = readConversation(row);
			return choice(inCampaign(personName(person), valueAt(row, 'campaign', 'name')), chatId);
		},
		nameOf: (row) => readConversation(row).person.name,
	},
	searchDncEntries: {
		path: '/dnc',
		page: dncPages,
		toChoice: ({ $id, url }) => choice(url, $id),
	},
	searchModels: whole('/models', 'high'),
	searchProducts: whole('/products'),
	searchPrompts: whole('/prompts'),
	searchProspects: {
		...prospects,
		toChoice(row) {
			const { person } = readConversation(row);
			return choice(personName(person), person.id);
		},
		nameOf: (row) => readConversation(row).person.name,
	},
	searchTestEvents: whole('/webhooks/test/events'),
	searchWebhooks: whole('/webhooks'),
	searchWorkspaces: whole('/workspaces'),
});

export const loadOptions = {
	getCampaigns: offering(campaigns),
	getWebhookEvents: offering(webhookEvents, [{ name: 'All Events', value: '*' }]),
};
