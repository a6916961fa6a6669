import { describe, expect, it } from '@jest/globals';

import { KaiCalls } from '../../../nodes/KaiCalls/KaiCalls.node';
import { editor, scrolled } from '../editor';
import { useKaiCallsBench } from '../kaicalls';

const kaiCalls = useKaiCallsBench();

/** Section 3: "lists show person, number, agent and campaign, not raw times and IDs". */
describe('a list tells its records apart', () => {
	// Which number is whose? Release, from this list, is for good. The rows carry the agent's ID, and the list of agents is one request.
	it('KaiCalls: phone numbers with the agent that answers there', async () => {
		const type = new KaiCalls();
		const { results } = await scrolled(editor(type, kaiCalls.credential()), type.methods.listSearch.searchPhoneNumbers);
		expect(results[0]?.name).toMatch(/\+12025550101.*Kai/);
	});
});
