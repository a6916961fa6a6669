import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { WAYS } from '../agents/everyOperation';
import { useEveryTool } from '../agents/everyTool';
import { itemsOf } from '../agents/reads';
import { byId } from '../bench';
import { mapped, useKayseBench } from '../kayse';
import { useStand } from '../stand';

const tools = useEveryTool(useStand());
const kayse = useKayseBench();

// Issue 23, section 5: "in tool mode a name is taken if exactly one record bears it". Names with a date in them are common.
describe('a name with figures that exactly one record bears is taken', () => {
	it.each(['Campaign 2026-11-27', 'Q3-EU', 'Campaign2', 'Campaign 20261127-B', 'Q4/26', '2026'])('%s', async (name) => {
		tools.says((_, method) => ({ body: method === 'GET' ? [{ id: 'k1', name }] : {} }));
		await tools.ask('Kakiyo Campaign > Pause', { campaignId: byId(name) });
		expect(tools.written()).toEqual(['POST /campaigns/k1/pause']);
	});
});

// Section 5: "Only If Name Is … the record is read and compared first". What the user would see: the agent for calls to Germany is gone.
describe.each(WAYS)('what is named by the order of its words is another thing in another order (%s)', (way) => {
	it.each([
		['Calls EN to DE', 'Calls DE to EN'],
		['Buyer → Seller', 'Seller → Buyer'],
		['Not for Acme, for Bolt', 'Not for Bolt, for Acme'],
		['Step 1 of 2', 'Step 2 of 1'],
	])('"%s" is not "%s"', async (name, onlyIfName) => {
		tools.says((_, method) => ({ body: method === 'GET' ? { data: { id: 'a_1', name } } : {} }));
		await tools.ask('KAIRO Agent > Delete', { agentIdToDelete: byId('a_1'), onlyIfName }, way);
		expect(tools.came.length).toBeGreaterThan(0);
		expect(tools.written()).toEqual([]);
	});
});

// The same line. Of many people in Bangladesh and Germany, the first name is what the pack takes for a title.
describe.each(WAYS)('a first name that is also a title is a part of the name (%s)', (way) => {
	it.each([
		['Md Rahman', 'Hon Rahman'],
		['Rev Cohen', 'Md Cohen'],
		['Miss Lee', 'Hon Lee'],
	])('"%s" is not "%s"', async (name, onlyIfName) => {
		tools.says((_, method) => ({ body: method === 'GET' ? { id: '1', name } : { success: true } }));
		await tools.ask('KaiCalls Lead > Update', { leadId: byId('1'), onlyIfName, updateFields: { status: 'new' } }, way);
		expect(tools.came.length).toBeGreaterThan(0);
		expect(tools.written()).toEqual([]);
	});
});

// Section 4 is of what must not happen twice; docs/agents.md: "changes … are done each time". What the user would see: Kayse keeps the
// number that the client has given up, and the model reads that the right one is in.
describe('what is changed, changed to something else, and is changed back', () => {
	it.each(['client', 'case'])('Kayse %s > Create or Update is done each time', async (resource) => {
		const upsert = async (change: Record<string, string>) =>
			itemsOf(
				await kayse.tool({
					resource,
					operation: 'upsert',
					fields: mapped({
						external_source: 'website',
						external_source_id: `${resource}-1`,
						...(resource === 'client'
							? { first_name: 'Dana', last_name: 'Reyes' }
							: { case_number: 'WEB-1', status: 'new', type: 'civil' }),
						...change,
					}),
				} as INodeParameters)({}),
			);
		const changes =
			resource === 'client'
				? [{ mobile: '+12025550123' }, { mobile: '+12025550124' }, { mobile: '+12025550123' }]
				: [{ description: 'Rear-end' }, { description: 'Slip' }, { description: 'Rear-end' }];
		for (const change of changes) await upsert(change);
		const records: unknown = resource === 'client' ? kayse.state.clients : kayse.state.cases;
		const [of, wanted] = Object.entries(changes[2] ?? {})[0] ?? [];
		expect(JSON.stringify(records)).toContain(`"${of}":"${wanted}"`);
	});
});

// Section 3: "no secret". A vendor that answers with the key it was asked with tells it to the model.
describe.each(WAYS)('the credential’s own key in an answer (%s)', (way) => {
	it.each([
		['KAIRO Agent > Get', { data: { id: 'a', name: 'A', reference: 'Plain-Key-Of-Mine-2026' } }],
		['KaiCalls Lead > Get', { id: '1', name: 'D', status: 'new', source: 'Plain-Key-Of-Mine-2026' }],
		['Kakiyo Campaign > Get Many', [{ id: 'k1', name: 'Winter', owner: 'Plain-Key-Of-Mine-2026' }]],
	])('%s', async (at, body) => {
		tools.says(() => ({ body }));
		const answer = await tools.ask(at, {}, way, { apiKey: 'Plain-Key-Of-Mine-2026' });
		expect(answer[0]?.error).toBeUndefined();
		expect(JSON.stringify(answer)).not.toContain('Plain-Key-Of-Mine-2026');
	});
});

// Section 3: "none found is said in words", which must not be said where something was found.
describe('a list in another envelope is not said to be empty', () => {
	const LEAD = { id: 'l1', name: 'Dana Reyes', status: 'new' };
	it.each<[string, unknown]>([
		['KaiCalls Lead > Get Many', { data: { leads: [LEAD] } }],
		['KaiCalls Lead > Get Many', { leads: { items: [LEAD], total: 1 } }],
		['KaiCalls Lead > Get Many', { leads: [], results: [LEAD], total: 1 }],
		['Kakiyo Campaign > Get Many', { data: { campaigns: [LEAD] } }],
		['Kakiyo Campaign > Get Many', { campaigns: [LEAD] }],
		['Kayse Campaign > Get Many', { results: [LEAD] }],
		['KAIRO Agent > Get Many', { data: { agents: [LEAD] } }],
		['KAIRO Agent > Get Many', { response: { data: [LEAD] } }],
	])('%s %j', async (at, body) => {
		tools.says(() => ({ body }));
		const answer = await tools.ask(at);
		expect(JSON.stringify(answer)).not.toContain('"found":0');
	});
});

// Section 3: "Every answer says what was done to whom, with IDs in the type in which the next tool takes them".
describe('IDs under the name of the record are texts', () => {
	it.each<[string, unknown]>([
		['Kayse Case > Get', { id: 9001, case_number: '1', clients: [412, 413] }],
		['Kayse Case > Get', { id: 9001, case_number: '1', client: 412 }],
		['Kayse Case > Get', { id: 9001, case_number: '1', client: { ID: 412 } }],
		['Kayse Case List > Get Many', { lists: [{ id: 5, name: 'A', case_ids: { added: [412] } }], total: 1 }],
	])('%s %j', async (at, body) => {
		tools.says(() => ({ body }));
		expect(JSON.stringify(await tools.ask(at))).not.toMatch(/[:[,]\s*41[23]\b/);
	});
});
