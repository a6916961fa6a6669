import { describe, expect, it } from '@jest/globals';

import { KaiCalls } from '../../../nodes/KaiCalls/KaiCalls.node';
import { byId } from '../bench';
import { editor, scrolled } from '../editor';
import { useKaiCallsBench } from '../kaicalls';

const type = new KaiCalls();
const { listSearch, loadOptions } = type.methods;
const bench = useKaiCallsBench();

type Search = keyof typeof listSearch;

const found = async (method: Search, filter?: string) =>
	await scrolled(editor(type, bench.credential()), listSearch[method], filter);

describe('locators', () => {
	it.each<[Search, number, string]>([
		['searchAgents', 4, 'Kai'],
		['searchAvailableNumbers', 4, '+12025550110'],
		['searchCalls', 130, 'completed'],
		['searchCommunicationRuns', 1, 'spring-recall'],
		['searchConversations', 3, '+1303555'],
		['searchLeads', 60, 'Lead01 Reyes'],
		['searchPhoneNumbers', 3, '+12025550101'],
		['searchWebhooks', 0, ''],
		['searchWorkspaces', 2, 'Harbor Law'],
	])('%s offers every record, %i in all', async (method, count, name) => {
		const { results } = await found(method);
		expect(results).toHaveLength(count);
		expect(results.filter((result) => result.name.includes(name)).length).toBeGreaterThan(count === 0 ? -1 : 0);
	});

	it('searches by name', async () => {
		expect((await found('searchAgents', 'mia')).results).toMatchObject([{ name: 'Mia' }]);
	});

	it('offers phone numbers with the agents that answer them, and finds them by the agent', async () => {
		const { results } = await found('searchPhoneNumbers');
		const agents = new Map([...bench.state.agents.values()].map(({ id, name }) => [id, name]));
		const numbers = [...bench.state.numbers.values()];
		expect(results).toEqual(
			numbers.map(({ phone_number, agent_id }) => ({
				name: `${phone_number} · ${agents.get(agent_id ?? '')}`,
				value: phone_number,
			})),
		);
		expect((await found('searchPhoneNumbers', 'mia')).results.length).toBeGreaterThan(0);
	});

	it('offers phone numbers without agents where the key may not read agents', async () => {
		const { apiKey } = bench.control.addKey({ scopes: ['numbers:read'] });
		const { results } = await scrolled(editor(type, bench.credential({ apiKey })), listSearch.searchPhoneNumbers);
		expect(results.map(({ name }) => name)).toEqual(
			[...bench.state.numbers.values()].map(({ phone_number }) => phone_number),
		);
	});

	it('offers webhooks by their purpose', async () => {
		await bench.run({
			resource: 'webhook',
			operation: 'create',
			url: 'http://127.0.0.1:9/hook',
			additionalFields: { description: 'To CRM', workspaceId: byId(bench.state.workspaces[0]?.id ?? '') },
		});
		expect((await found('searchWebhooks')).results).toMatchObject([{ name: 'To CRM · http://127.0.0.1:9/hook' }]);
	});
});

describe('dropdowns', () => {
	it('offer the events that KaiCalls reports', async () => {
		const events = await loadOptions.getWebhookEvents.call(editor(type, bench.credential()));
		expect(events).toContainEqual({ name: 'call.completed', value: 'call.completed' });
	});

	it('say which key they need', async () => {
		const { apiKey } = bench.control.addKey({ scopes: [] });
		const context = editor(type, bench.credential({ apiKey }));
		await expect(loadOptions.getWebhookEvents.call(context)).rejects.toThrow('lacks the scope');
	});
});
