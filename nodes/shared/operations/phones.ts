import type { INodeProperties } from 'n8n-workflow';

import { emptyField, invalidInput } from '../contract/failure';
import type { ItemParameters } from '../contract/operation';
import { countryFrom, COUNTRIES } from '../values/phone/countries';
import { phoneFrom } from '../values/phone/phone';
import { isFilled } from '../values/filled';
import { withBody, withQuery } from './prepare';
import type { Prepare } from './single';

const DEFAULT_COUNTRY = 'defaultCountry';
const LABEL = 'Default Country';

/** For the Options of a node, with `displayOptions` for the operations that take telephone numbers. */
export const defaultCountryOption: INodeProperties = {
	displayName: LABEL,
	name: DEFAULT_COUNTRY,
	type: 'options',
	default: '',
	options: [
		{ name: 'None', value: '' },
		...COUNTRIES.map(({ id, name, callingCode }) => ({ name: `${name} (+${callingCode})`, value: id })),
	],
	description: 'Where telephone numbers without country code belong. With None they are refused, as nothing is guessed.',
};

/**
 * The country of the item's telephone numbers that have no country code; undefined when none is chosen.
 * @throws ItemFailure when an expression yields none
 */
export function defaultCountryOf(item: ItemParameters): string | undefined {
	const chosen = item.parameter(`options.${DEFAULT_COUNTRY}`, '');
	if (!isFilled(chosen)) return undefined;
	const country = countryFrom(String(chosen));
	if (country !== undefined) return country;
	throw invalidInput(`"${LABEL}" is "${String(chosen)}", which is no country`, 'Choose one from the list, or enter two letters such as US.');
}

/**
 * The telephone number in a node parameter, in E.164.
 * @throws ItemFailure when it is empty, or none that can be rung
 */
export function readPhone(item: ItemParameters, parameter: string, label: string): string {
	const entered = item.parameter(parameter);
	if (!isFilled(entered)) throw emptyField(label);
	return phoneFrom(entered, label, defaultCountryOf(item));
}

/** A field with a telephone number, and where it travels. */
interface PhoneField {
	place: 'body' | 'query';
	member: string;
	/** Path of the node parameter. */
	parameter: string;
	label: string;
}

/** The telephone number that must be there. */
export const phoneIn =
	({ place, member, parameter, label }: PhoneField): Prepare =>
	(apiRequest, item) =>
		(place === 'body' ? withBody : withQuery)(apiRequest, { [member]: readPhone(item, parameter, label) });

/** The telephone number that may be there; what is empty stays as it is. */
export const optionalPhoneIn =
	(field: PhoneField): Prepare =>
	(apiRequest, item) =>
		isFilled(item.parameter(field.parameter)) ? phoneIn(field)(apiRequest, item) : apiRequest;
