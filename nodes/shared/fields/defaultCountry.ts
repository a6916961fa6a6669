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
		'Where telephone numbers without country code belong, and postal codes of less than five digits. With None they are refused, as nothing is guessed.',
};
