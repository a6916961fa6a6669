import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useStand } from '../stand';
import { WAYS } from './everyOperation';
import { useEveryTool } from './everyTool';

const tools = useEveryTool(useStand());

// Who lets agents write to everybody again reaches as many as who writes.
describe.each(WAYS)('At Most per Day limits operations that let an agent write to people again (%s)', (way) => {
	it.each<[string, (id: string) => INodeParameters]>([
		['Kakiyo Prospect > Resume', (id) => ({ chatId: byId(id) })],
		['Kakiyo Campaign > Resume', (id) => ({ campaignId: byId(id) })],
		['Kakiyo Agent > Resume', (id) => ({ agentId: byId(id) })],
	])('%s', async (at, about) => {
		for (const id of ['68a1f0c2001d5e7b9c31', '68a1f0c2001d5e7b9c32', '68a1f0c2001d5e7b9c33'])
			await tools.ask(at, { ...about(id), options: { atMostPerDay: 1 } }, way);
		expect(tools.written()).toHaveLength(1);
	});

	it.each(['Kakiyo Agent > Delete', 'KaiCalls Lead > Update'])('%s counts as well', async (at) => {
		for (const notes of ['a', 'b', 'c'])
			await tools.ask(at, { updateFields: { notes }, options: { atMostPerDay: 2 } }, way);
		expect(tools.written()).toHaveLength(2);
	});
});
