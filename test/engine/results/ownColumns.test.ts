import { describe, expect, it } from '@jest/globals';

import { addProspects, people, useKakiyoBench } from '../kakiyo';
import { automatic } from '../resourceMapper';

const kakiyo = useKakiyoBench();

describe('the user’s own columns come out under a name that the next node finds', () => {
	// A sheet that has been through this node before has such columns, perhaps in the rows alone that were written back.
	it('under one name on every item, also if only some rows have the column with input_ before it', async () => {
		const [first, second] = people(2);
		const { items } = await kakiyo.run(
			{ ...addProspects, fields: automatic() },
			{
				items: [
					{ ...first, campaignId: 'row 1', input_campaignId: 'before' },
					{ ...second, campaignId: 'row 2' },
				],
			},
		);
		const placesOf = (value: string) =>
			items.flatMap(({ json }) => Object.keys(json).filter((name) => json[name] === value));
		expect(placesOf('row 1')).toEqual(placesOf('row 2'));
	});
});

describe('Map Automatically with a column that fits no field', () => {
	it('Kakiyo: says which columns it did not use, as Kayse does', async () => {
		const { error } = await kakiyo.run(
			{ ...addProspects, fields: automatic() },
			{ items: [{ name: 'Jane Doe', Profil: 'https://www.linkedin.com/in/jane-doe-q/' }] },
		);
		expect(`${error?.message} ${error?.description}`).toContain('Not used: "Profil"');
	});
});
