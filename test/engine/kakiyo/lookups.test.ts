import { describe, expect, it } from '@jest/globals';

import { Kakiyo } from '../../../nodes/Kakiyo/Kakiyo.node';
import { editor, scrolled } from '../editor';
import { useKakiyoBench } from '../kakiyo';

const type = new Kakiyo();
const { listSearch, loadOptions } = type.methods;
const bench = useKakiyoBench();

type Search = keyof typeof listSearch;

const found = async (method: Search, filter?: string) =>
	await scrolled(editor(type, bench.credential()), listSearch[method], filter);

describe('locators', () => {
	it.each<[Search, number, number, string, string]>([
		['searchAgents', 3, 1, 'Dana R', 'agent_001'],
		['searchCampaigns', 45, 1, 'Spring CFOs', 'campaign_001'],
		['searchConversations', 230, 3, 'Person 000 (CFO) · seed-person-0', 'chat_001'],
		['searchDncEntries', 120, 1, 'https://linkedin.com/in/do-not-contact-0', 'dnc_001'],
		['searchModels', 4, 1, 'Outreach model 1', '680321c8001e2f52aaa0'],
		['searchProducts', 2, 1, 'PayFast', 'prod_001'],
		['searchPrompts', 3, 1, 'CFO intro', 'prompt_001'],
		['searchProspects', 230, 3, 'Person 000 (CFO) · seed-person-0', 'prospect_001'],
		['searchTestEvents', 6, 1, 'LinkedIn Message Sent', 'linkedin.message.sent'],
		['searchWebhooks', 0, 1, '', ''],
		['searchWorkspaces', 1, 1, 'Acme', 'ws_001'],
	])('%s offers every record, %i of them on %i page(s)', async (method, count, pages, name, value) => {
		const all = await found(method);
		expect(all.results).toHaveLength(count);
		expect(all.pages).toBe(pages);
		if (count > 0) expect(all.results).toContainEqual({ name, value });
	});

	it('searches by name, although the API cannot', async () => {
		expect((await found('searchCampaigns', 'spring')).results).toEqual([
			{ name: 'Spring CFOs', value: 'campaign_001' },
		]);
	});

	it('lets the API search for people', async () => {
		const { results } = await found('searchConversations', 'person 01');
		expect(results).toHaveLength(10);
		expect(bench.control.log().map(({ query }) => query)).toEqual([{ query: 'person 01', limit: '100' }]);
	});
});

describe('dropdowns', () => {
	it.each(['envelope', 'array', 'arrayIgnoresOffset'] as const)('offer all campaigns (%s)', async (campaignsReply) => {
		bench.control.configureKakiyo({ campaignsReply });
		expect(await loadOptions.getCampaigns.call(editor(type, bench.credential()))).toHaveLength(45);
	});

	it('offer the events of webhooks, and all of them as one choice', async () => {
		const events = await loadOptions.getWebhookEvents.call(editor(type, bench.credential()));
		expect(events).toHaveLength(7);
		expect(events.slice(0, 2)).toEqual([
			{ name: 'All Events', value: '*' },
			{ name: 'LinkedIn Message Sent', value: 'linkedin.message.sent' },
		]);
	});
});
