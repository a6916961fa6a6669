import { describe, expect, it } from '@jest/globals';

import { noticeOf, offeredBy } from '../../engine/description';
import { NODE_TYPES } from '../../support/nodeTypes';

/** The line above the fields of an operation, such as `Kakiyo: Agent > Update`. */
function noticeAt(name: string): string | undefined {
	for (const node of NODE_TYPES) {
		const found = offeredBy(node).operations.find(({ at }) => `${node.description.displayName}: ${at}` === name);
		if (found) return noticeOf(node, found.resource, found.option.value);
	}
	return undefined;
}

/** What stops or takes away what many people rely on: the description in the dropdown is gone once the operation is chosen. */
describe('the panel says what happens to whom, in one line above the fields:', () => {
	it.each([
		// Stops the outreach to everybody in it; Resume has a notice.
		['Kakiyo: Campaign > Pause'],
		// Stops everything that a LinkedIn account does, in all campaigns.
		['Kakiyo: Agent > Pause'],
		// "A running agent follows them at once": what all its prospects get, and when.
		['Kakiyo: Agent > Update'],
		// May start to write to people: there is an option to prevent it, which is off.
		['Kakiyo: Campaign > Create'],
		// Takes the client's access, or all it sees of an agent, away.
		['Kakiyo: Workspace > Remove Client'],
		['Kakiyo: Workspace > Unassign Agent'],
		// Events go elsewhere from now on: workflows that wait for them no longer start.
		['Kakiyo: Webhook > Update'],
		// All its runs from now on are others; what an agent knows, it may tell people.
		['KAIRO: Agent > Update'],
		['KAIRO: Agent > Attach Context'],
		['KAIRO: Context > Ingest Document'],
		['KAIRO: Context > Refresh Source'],
		// Everybody in the run is contacted no further, and "no document names a way to resume it": only in the description.
		['KaiCalls: Communication Run > Pause'],
		// "Voice Calls of All Linked Clients" and Replace All change many; Case List > Create or Update has a notice.
		['Kayse: Case > Update'],
	])('%s', (name) => {
		expect(noticeAt(name)).toEqual(expect.stringMatching(/\S/));
	});
});

describe('what a notice says of people, money or data comes first:', () => {
	it.each([
		['KAIRO: Agent > Run', 'Costs money, and the agent does its real work. The node never starts a run twice.'],
		['KAIRO: Workflow > Run', 'Costs money, and the steps do their real work. The node never starts a run twice.'],
		['KAIRO: Workflow > Update', 'Steps left out are deleted.'],
		['KAIRO: Agent > Delete', 'Deletes the agent for good.'],
	])('%s', (name, notice) => {
		expect(noticeAt(name)).toBe(notice);
	});
});
