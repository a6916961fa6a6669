import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type INode } from 'n8n-workflow';

import { KakiyoOutreachApi } from '../../../credentials/KakiyoOutreachApi.credentials';
import { Kakiyo } from '../../../nodes/Kakiyo/Kakiyo.node';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { additionalDataFor } from '../engine';
import { TIME_SCALE } from '../scaledTime';

const type = new Kakiyo();
const { listSearch, loadOptions } = type.methods;

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ timeScale: TIME_SCALE });
});
beforeEach(() => sandbox.control.reset());
afterAll(async () => await sandbox.close());

/** What n8n gives to a dropdown while the node's panel is open. */
function editor(account: string): LoadOptionsContext {
	const credential = { id: account, type: new KakiyoOutreachApi(), data: sandbox.kakiyo };
	const node: INode = {
		id: '1',
		name: 'Kakiyo',
		type: 'kakiyo',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { kakiyoOutreachApi: { id: account, name: 'Test' } },
	};
	const nodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };
	const workflow = new Workflow({ active: false, nodes: [node], connections: {}, nodeTypes });
	return new LoadOptionsContext(workflow, node, additionalDataFor({ ...credential, data: { ...sandbox.kakiyo } }), '');
}

type Search = keyof typeof listSearch;

/** Scrolls to the end of a list, as the user would. */
async function scrolled(method: Search, filter?: string) {
	const context = editor(`${method} ${filter ?? ''}`);
	const pages = [await listSearch[method].call(context, filter)];
	for (let page = pages[0]; page?.paginationToken !== undefined; ) {
		page = await listSearch[method].call(context, filter, String(page.paginationToken));
		pages.push(page);
	}
	return { results: pages.flatMap(({ results }) => results), pages: pages.length };
}

describe('locators', () => {
	it.each<[Search, number, number, string, string]>([
		['searchAgents', 3, 1, 'Dana R', 'agent_001'],
		['searchCampaigns', 45, 1, 'Spring CFOs', 'campaign_001'],
		['searchConversations', 230, 3, 'Person 000 (CFO)', 'chat_001'],
		['searchDncEntries', 120, 1, 'https://linkedin.com/in/do-not-contact-0', 'dnc_001'],
		['searchModels', 4, 1, 'Outreach model 1', '680321c8001e2f52aaa0'],
		['searchProducts', 2, 1, 'PayFast', 'prod_001'],
		['searchPrompts', 3, 1, 'CFO intro', 'prompt_001'],
		['searchProspects', 230, 3, 'Person 000 (CFO)', 'prospect_001'],
		['searchTestEvents', 6, 1, 'LinkedIn Message Sent', 'linkedin.message.sent'],
		['searchWebhooks', 0, 1, '', ''],
		['searchWorkspaces', 1, 1, 'Acme', 'ws_001'],
	])('%s offers every record, %i of them on %i page(s)', async (method, count, pages, name, value) => {
		const found = await scrolled(method);
		expect(found.results).toHaveLength(count);
		expect(found.pages).toBe(pages);
		if (count > 0) expect(found.results).toContainEqual({ name, value });
	});

	it('searches by name where the API cannot', async () => {
		expect((await scrolled('searchCampaigns', 'spring')).results).toEqual([{ name: 'Spring CFOs', value: 'campaign_001' }]);
	});

	it('lets the API search for people', async () => {
		const { results } = await scrolled('searchConversations', 'person 01');
		expect(results).toHaveLength(10);
		expect(sandbox.control.log().map(({ query }) => query)).toEqual([{ query: 'person 01', limit: '100' }]);
	});
});

describe('dropdowns', () => {
	it.each(['envelope', 'array', 'arrayIgnoresOffset'] as const)('offer all campaigns (%s)', async (campaignsReply) => {
		sandbox.control.configure({ campaignsReply });
		expect(await loadOptions.getCampaigns.call(editor(campaignsReply))).toHaveLength(45);
	});

	it('offer the events of webhooks, and all of them as one', async () => {
		const events = await loadOptions.getWebhookEvents.call(editor('events'));
		expect(events).toHaveLength(7);
		expect(events.slice(0, 2)).toEqual([
			{ name: 'All Events', value: '*' },
			{ name: 'LinkedIn Message Sent', value: 'linkedin.message.sent' },
		]);
	});
});
