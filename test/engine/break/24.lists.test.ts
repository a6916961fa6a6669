import { describe, expect, it } from '@jest/globals';

import { KaiCalls } from '../../../nodes/KaiCalls/KaiCalls.node';
import { Kakiyo } from '../../../nodes/Kakiyo/Kakiyo.node';
import { editor, scrolled } from '../editor';
import { useKaiCallsBench } from '../kaicalls';
import { addProspects, useKakiyoBench } from '../kakiyo';
import { automatic } from '../resourceMapper';

const kakiyo = useKakiyoBench();
const kaiCalls = useKaiCallsBench();

/** Section 3: "lists show person, number, agent and campaign, not raw times and IDs". */
describe('a list tells its records apart', () => {
	// Two people of one name and job title, of whom Kakiyo tells the profile. The list of Prospect > Delete shows the same line twice: one
	// of them is erased for good, with all messages, and nobody can say which. (The list of Get, Pause and Qualify is the same.)
	it.each(['searchProspects', 'searchConversations'] as const)('%s: two people of one name', async (method) => {
		const added = await kakiyo.run(
			{ ...addProspects, fields: automatic(), waitForImport: true },
			{
				items: ['a', 'b'].map((end) => ({
					name: 'Maria Garcia',
					url: `https://www.linkedin.com/in/maria-garcia-${end}/`,
				})),
			},
		);
		expect(added.error).toBeUndefined();
		const type = new Kakiyo();
		const { results } = await scrolled(
			editor(type, kakiyo.credential()),
			type.methods.listSearch[method],
			'Maria Garcia',
		);
		expect(results).toHaveLength(2);
		expect(new Set(results.map(({ name }) => name)).size).toBe(2);
	});

	// Which number is whose? Release, from this list, is for good. The rows carry the agent's ID, and the list of agents is one request.
	it('KaiCalls: phone numbers with the agent that answers there', async () => {
		const type = new KaiCalls();
		const { results } = await scrolled(editor(type, kaiCalls.credential()), type.methods.listSearch.searchPhoneNumbers);
		expect(results[0]?.name).toMatch(/\+12025550101.*Kai/);
	});
});
