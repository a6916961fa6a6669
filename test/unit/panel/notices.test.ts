import { describe, expect, it } from '@jest/globals';

import { noticeOf, offeredBy } from '../../engine/description';
import { NODE_TYPES } from '../../support/nodeTypes';
import { VENDORS } from '../../support/vendors';
import { operationsOf } from '../docs/operationsTable';

/** The line above the fields of an operation, such as `Kakiyo: Agent > Update`. */
function noticeAt(name: string): string | undefined {
	for (const node of NODE_TYPES) {
		const found = offeredBy(node).operations.find(({ at }) => `${node.description.displayName}: ${at}` === name);
		if (found) return noticeOf(node, found.resource, found.option.value);
	}
	return undefined;
}

/** What stops or takes away what many people rely on: the description in the dropdown is gone once the operation is chosen. */
describe('the panel names the effects on people, in one line above the fields:', () => {
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
		['Kayse: Case > Create or Update'],
		['Kayse: Client > Create or Update'],
		// Kayse passes an opt-out of a new record on to the linked ones.
		['Kayse: Case > Create'],
		['Kayse: Client > Create'],
	])('%s', (name) => {
		expect(noticeAt(name)).toEqual(expect.stringMatching(/\S/));
	});
});

/** What a description says of an operation that reaches people, costs money, takes something away or changes many. */
const GRAVE =
	/\b(calls?|texts?|sends?|emails?|writ(?:e|es|ing)|contact(?:s|ing)?|bills?|costs?|erase|deletes?|remove|take|release|give up|stops?|replaces?|resume|show an agent|spread|all|every)\b/i;

/** The description has such a word, and the operation does no such thing. */
const HARMLESS: Record<string, string> = {
	'KaiCalls: Agent > Create': 'it calls only with Call > Create',
	'KaiCalls: Communication Run > Preview': 'it only reads',
	'KaiCalls: Communication Run > Validate': 'it only reads',
	'KaiCalls: Lead > Create': 'it names the operation that calls',
	'KaiCalls: Lead > Update': 'it has contact data',
	'KaiCalls: Webhook > Create': 'it sends to an address of your own from now on',
	'KaiCalls: Webhook > Send Test': 'it sends to one address of your own',
	'Kakiyo: Product > Create': 'it says what the dashboard calls it',
	'Kakiyo: Webhook > Create': 'it sends to an address of your own from now on',
};

describe('an operation has a notice', () => {
	const panels = VENDORS.flatMap(({ name, node: create }) => {
		const node = create();
		const requests = new Map(operationsOf(node, '').map(({ at, endpoints }) => [at, endpoints]));
		return offeredBy(node).operations.map(({ at, resource, option }) => ({
			name: `${name}: ${at}`,
			description: option.description ?? '',
			notice: noticeOf(node, resource, option.value),
			requests: requests.get(at) ?? [],
		}));
	});
	const silent = panels.filter(({ notice }) => notice === '');
	const writing = silent.filter(({ requests }) => requests.some((request) => !request.startsWith('GET ')));

	it('if it calls, texts, bills, releases, takes away or changes many, by its own description', () => {
		const grave = writing.filter(({ name, description }) => GRAVE.test(`${name} ${description}`));
		expect(grave.map(({ name }) => name).sort()).toEqual(Object.keys(HARMLESS).sort());
	});

	it('if it sends DELETE', () => {
		const deleting = panels.filter(({ requests }) => requests.some((request) => request.startsWith('DELETE ')));
		expect(deleting.length).toBeGreaterThan(0);
		expect(deleting.filter(({ notice }) => notice === '').map(({ name }) => name)).toEqual([]);
	});
});

describe('a notice begins with the effects on people, money or data:', () => {
	it.each([
		['KAIRO: Agent > Run', 'Costs money, and the agent does its real work. The node never starts a run twice.'],
		['KAIRO: Workflow > Run', 'Costs money, and the steps do their real work. The node never starts a run twice.'],
		['KAIRO: Workflow > Update', 'Steps left out are deleted.'],
		['KAIRO: Agent > Delete', 'Deletes the agent for good.'],
	])('%s', (name, notice) => {
		expect(noticeAt(name)).toBe(notice);
	});
});
