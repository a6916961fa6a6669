import { describe, expect, it } from '@jest/globals';

import { Kakiyo } from '../../../nodes/Kakiyo/Kakiyo.node';
import { editor, scrolled } from '../editor';
import { addProspects, useKakiyoBench } from '../kakiyo';
import { automatic } from '../resourceMapper';

const kakiyo = useKakiyoBench();

describe('a list tells its records apart', () => {
	// One of them may be erased for good.
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
});
