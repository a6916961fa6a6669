import { describe, expect, it } from '@jest/globals';

import { WAYS } from '../agents/everyOperation';
import { useEveryTool } from '../agents/everyTool';
import { byId } from '../bench';
import { useStand } from '../stand';

const tools = useEveryTool(useStand());

// Section 5, "Only If Name Is … the record is read and compared first". docs/agents.md has it that the order of the words makes no other
// name, which is true of people. What the user would see: the agent for calls from Germany is gone, in place of that for calls to it.
describe.each(WAYS)('a thing whose words are in another order is another thing (%s)', (way) => {
	it.each([
		['Calls EN to DE', 'Calls DE to EN'],
		['Buyer → Seller', 'Seller → Buyer'],
		['Not for Acme, for Bolt', 'Not for Bolt, for Acme'],
	])('"%s" is not "%s"', async (name, onlyIfName) => {
		tools.says((_, method) => ({ body: method === 'GET' ? { data: { id: 'a_1', name } } : {} }));
		await tools.ask('KAIRO Agent > Delete', { agentIdToDelete: byId('a_1'), onlyIfName }, way);
		expect(tools.came.length).toBeGreaterThan(0);
		expect(tools.written()).toEqual([]);
	});
});

// Section 5, "in tool mode a name is taken if exactly one record bears it". Names with a date or a quarter in them are the common ones.
// What the user would see: POST /campaigns/2026-11-27/pause, "404", and a model that says that there is no such campaign.
describe.each(WAYS)('a name with figures in it that exactly one record bears is taken (%s)', (way) => {
	it.each(['Campaign 2026-11-27', 'Campaign 20261127-B', 'Campaign2', 'Q3-EU', 'Q4/26', '2026'])('%s', async (name) => {
		tools.says((_, method) => ({ body: method === 'GET' ? [{ id: 'k1', name }] : {} }));
		await tools.ask('Kakiyo Campaign > Pause', { campaignId: byId(name) }, way);
		expect(tools.written()).toEqual(['POST /campaigns/k1/pause']);
	});
});
