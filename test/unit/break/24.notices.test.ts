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

/**
 * Section 3: "A notice of one line in the panel of every operation that calls, texts, bills, deletes, releases or changes many: what
 * happens to whom." The present test asks only for those whose text for a model has one of its words, such as "for good"; these stop or
 * take away what many people rely on, and their panel is plain: the description in the dropdown is gone once it is chosen.
 */
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
		// Everybody in the run is contacted no further, and "no document names a way to resume it": only in the description.
		['KaiCalls: Communication Run > Pause'],
		// "Voice Calls of All Linked Clients" and Replace All change many; Case List > Create or Update has a notice.
		['Kayse: Case > Update'],
	])('%s', (name) => {
		expect(noticeAt(name)).toEqual(expect.stringMatching(/\S/));
	});
});
