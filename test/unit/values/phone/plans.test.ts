import { describe, expect, it } from '@jest/globals';
import { getCountries } from 'libphonenumber-js';

import { COUNTRIES, countryFrom } from '../../../../nodes/shared/values/phone/countries';
import { PLANS } from '../../../../nodes/shared/values/phone/plans';
import { numberingPlans } from '../../../../scripts/numberingPlans';

/** Names come from the Node.js that wrote the table. */
const nameless = (plans: typeof PLANS) => Object.entries(plans).map(([id, { name: _name, ...plan }]) => [id, plan]);

describe('numbering plans', () => {
	it('are those of the library as it is installed; npm run plans writes them again', () => {
		expect(nameless(PLANS)).toEqual(nameless(numberingPlans()));
	});

	it('offer every country of the library by name, in order', () => {
		expect(COUNTRIES.map(({ id }) => id).sort()).toEqual(getCountries().sort());
		expect(COUNTRIES.filter(({ name, id }) => name === '' || name === id)).toEqual([]);
		expect(COUNTRIES.slice(0, 3).map(({ name }) => name)).toEqual(['Afghanistan', 'Åland Islands', 'Albania']);
	});

	it.each([
		['US', 'US'],
		[' us ', 'US'],
		['USA', 'US'],
		['United States', 'US'],
		['uk', 'GB'],
		['germany', 'DE'],
		['Deutschland', 'DE'],
		['1', undefined],
		['800', undefined],
		['constructor', undefined],
	])('knows the country %j', (written, id) => {
		expect(countryFrom(written)).toBe(id);
	});
});
