import type { INodeProperties } from 'n8n-workflow';

import { COUNTRIES } from '../values/phone/countries';
import { DEFAULT_COUNTRY, DEFAULT_COUNTRY_LABEL } from '../values/reading/country';

/** For the Options of operations that take telephone numbers. */
export const defaultCountryOption: INodeProperties = {
	displayName: DEFAULT_COUNTRY_LABEL,
	name: DEFAULT_COUNTRY,
	type: 'options',
	default: '',
	options: [
		{ name: 'None', value: '' },
		...COUNTRIES.map(({ id, name, callingCode }) => ({ name: `${name} (+${callingCode})`, value: id })),
	],
	description:
		'Country of telephone numbers without country code, and of postal codes with fewer than five digits. With None, both are refused: nothing is guessed.',
};
