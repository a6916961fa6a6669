import { describe, expect, it } from '@jest/globals';

import { bannedIn } from '../support/plainEnglish';
import { userTexts } from '../support/userTexts';

const TEXTS = userTexts();

describe('texts for users', () => {
	it('of all vendors are in plain English: no relative clause where a noun belongs, no inverted order', () => {
		expect(bannedIn(TEXTS)).toEqual([]);
	});

	it('are found, also those with values in them', () => {
		expect(TEXTS.length).toBeGreaterThan(1_000);
		expect(TEXTS).toContainEqual({
			place: expect.stringMatching(/^nodes\/shared\/values\/reading\/reading\.ts:\d+$/),
			text: '"{}" must be {} (got "{}"){}',
		});
	});
});
