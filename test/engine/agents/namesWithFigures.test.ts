import { describe, expect, it } from '@jest/globals';

import { WAYS } from './everyOperation';
import { useEveryTool } from './everyTool';
import { byId } from '../bench';
import { useStand } from '../stand';

const tools = useEveryTool(useStand());

// The agent for calls from Germany would be gone, in place of that for calls to it.
describe.each(WAYS)('a name with its words in another order is another name (%s)', (way) => {
	it.each([
		['Calls EN to DE', 'Calls DE to EN'],
		['Buyer → Seller', 'Seller → Buyer'],
		['Not for Acme, for Bolt', 'Not for Bolt, for Acme'],
	])('"%s" is not "%s"', async (name, onlyIfName) => {
		tools.says((_, method) => ({ body: method === 'GET' ? { data: { id: 'a_1', name } } : {} }));
		await tools.ask('KAIRO Agent > Delete', { agentIdToDelete: byId('a_1'), onlyIfName }, way);
		expect(tools.requests.length).toBeGreaterThan(0);
		expect(tools.written()).toEqual([]);
	});
});

// Names with a date or a quarter in them are the common ones.
describe.each(WAYS)('a name with digits that exactly one record has is used (%s)', (way) => {
	it.each(['Campaign 2026-11-27', 'Campaign 20261127-B', 'Campaign2', 'Q3-EU', 'Q4/26', '2026'])('%s', async (name) => {
		tools.says((_, method) => ({ body: method === 'GET' ? [{ id: 'k1', name }] : {} }));
		await tools.ask('Kakiyo Campaign > Pause', { campaignId: byId(name) }, way);
		expect(tools.written()).toEqual(['POST /campaigns/k1/pause']);
	});
});

it.each(['68a1f0c2001d5e7b9c31', 'k_2', '0b7c2f6e-3a43-4a6e-8f64-9b4c1d2e3f40'])(
	'a clear ID costs no look-up: %s',
	async (id) => {
		await tools.ask('Kakiyo Campaign > Pause', { campaignId: byId(id) });
		expect(tools.requests).toEqual([`POST /campaigns/${id}/pause`]);
	},
);
