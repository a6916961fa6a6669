import { describe, expect, it } from '@jest/globals';

import { addProspects, people, useKakiyoBench } from '../kakiyo';
import { automatic } from '../resourceMapper';

const kakiyo = useKakiyoBench();

describe('the user’s own columns come out where the next node finds them', () => {
	// Section 2, Include Input Fields: "on every item of that run alike, so that the next node finds it in one place". A sheet that has
	// been through this node before has `input_status` already, perhaps in the rows alone that were written back. Then the column
	// `input_status` is the row's `status` on some items and another column on others: what is written back lands in the wrong rows' cells.
	it('under one name on every item, also where only some rows have the column with input_ before it', async () => {
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

/**
 * Section 3: "In Map Automatically errors ... name the columns read, those found, those not used."
 */
describe('Map Automatically with a column that nothing is named like', () => {
	// The row has `name` and `Profil`; whoever reads the message must find out alone that `name` was read and `Profil` was not. Kayse says
	// "Not used: ...". And `additionalFields`, `customData` are names of the API: the panel says "Variables for Old Prompts", "Custom Data".
	it('Kakiyo: says which columns it did not use, as Kayse does', async () => {
		const { error } = await kakiyo.run(
			{ ...addProspects, fields: automatic() },
			{ items: [{ name: 'Jane Doe', Profil: 'https://www.linkedin.com/in/jane-doe-q/' }] },
		);
		expect(`${error?.message} ${error?.description}`).toContain('Not used: "Profil"');
	});

	it('Kakiyo: names the fields that it reads as the panel does', async () => {
		const { error } = await kakiyo.run({ ...addProspects, fields: automatic() }, { items: [{ Wer: 'Jane Doe' }] });
		expect(`${error?.message} ${error?.description}`).not.toMatch(/additionalFields|customData/);
	});
});
