import { describe, expect, it } from '@jest/globals';

import { offeredTools, type OfferedTool } from './offeredTools';

const tools = offeredTools();
const named = tools.map((tool): [at: string, tool: OfferedTool] => [`${tool.vendor} ${tool.at}`, tool]);

/** Operations that contact people, cost money, erase for good, start an agent or replace data, and the words that say so. */
const EFFECTS: ReadonlyArray<readonly [at: string, says: RegExp]> = [
	['KaiCalls Call > Create', /real person.*billed/],
	['KaiCalls SMS Message > Send', /real person.*cannot be undone/],
	['KaiCalls Communication Run > Create', /real people.*bills/],
	['KaiCalls Event > Replay', /messages to real people/],
	['Kakiyo Prospect > Add', /real person.*agent writes/],
	['Kakiyo Prospect > Spread Over Campaigns', /real person.*agent writes/],
	['Kakiyo Prospect > Import From Sales Navigator', /100 or more.*agent writes/],
	['Kakiyo Prospect > Resume', /write to one real person/],
	['Kakiyo Campaign > Resume', /contact real people/],
	['Kakiyo Agent > Resume', /write to real people/],
	['Kakiyo Workspace > Invite Client', /Emails a real person/],
	['Kayse Call > Schedule', /call a real person/],
	['Kayse Campaign > Create', /call all clients.*real people/],
	['Kayse Case > Send SMS', /Texts a real client/],
	['Kayse Case > Send Email', /Emails a real client/],
	['Kayse Lead > Take In', /calls the person/],
	['KaiCalls Communication Run > Cancel', /for good/],
	['KaiCalls Phone Number > Release', /for good/],
	['KaiCalls Webhook > Delete', /for good/],
	['Kakiyo Agent > Delete', /for good, with all its campaigns and their people/],
	['Kakiyo Campaign > Delete', /for good, with its people/],
	['Kakiyo Prospect > Delete', /for good, with conversation/],
	['Kakiyo Workspace > Delete', /for good/],
	['Kakiyo Do Not Contact > Remove', /may write to them again/],
	['Kayse Case > Delete', /for good/],
	['Kayse Client > Delete', /for good/],
	['KAIRO Agent > Delete', /for good/],
	['KAIRO Workflow > Delete', /for good/],
	['KaiCalls Phone Number > Assign', /cost money/],
	['KAIRO Agent > Run', /Costs money/],
	['KAIRO Workflow > Run', /Costs money/],
	['KAIRO Workflow > Update', /Replaces the full/],
	['Kakiyo Prospect > Update Custom Data', /Replaces all/],
	['Kakiyo Prompt > Update', /Replaces sections/],
	['KaiCalls Webhook > Rotate Secret', /Replaces the signing secret/],
	['Kakiyo Webhook > Send Test', /all active webhooks/],
];

describe('the texts of all tools that a model reads before it calls one', () => {
	it('take at most 16,000 tokens, with the JSON around them', () => {
		expect(tools.length).toBeGreaterThan(150);
		expect(tools.reduce((sum, { tokensOfJson }) => sum + tokensOfJson, 0)).toBeLessThanOrEqual(16_000);
	});

	it('take at most 120 tokens for each tool', () => {
		expect(
			tools.filter(({ tokens }) => tokens > 120).map(({ vendor, at, tokens }) => `${vendor} ${at}: ${tokens}`),
		).toEqual([]);
	});

	it('name each tool in at most 50 characters, and no two tools alike', () => {
		expect(tools.filter(({ nodeName }) => nodeName.length > 50).map(({ nodeName }) => nodeName)).toEqual([]);
		expect(new Set(tools.map(({ nodeName }) => nodeName)).size).toBe(tools.length);
	});

	it.each(EFFECTS)('%s names its effects on people, money or data', (at, says) => {
		expect(new Map(named).get(at)?.text).toMatch(says);
	});

	it.each(named)('%s says more than its name, in plain sentences', (_, { text, nodeName }) => {
		expect(text).not.toBe(nodeName);
		expect(text).toMatch(/^[A-Z].{25,}\.$/);
	});

	const described = named.flatMap(([at, { arguments: shown }]) =>
		Object.entries(shown).map(([name, argument]) => ({ at, name, ...argument })),
	);

	it.each(described)('$at describes its argument $name, with its type', ({ name, type, description = '' }) => {
		expect({ name, type }).toEqual({
			name: expect.stringMatching(/^[a-z][a-z0-9_]*$/),
			type: expect.stringMatching(/^(string|number|boolean)$/),
		});
		expect({ name, description }).toEqual({ name, description: expect.stringMatching(/.{5,}/) });
	});
});
