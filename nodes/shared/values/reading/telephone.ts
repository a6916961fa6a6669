import { invalidInput } from '../../contract/failure';
import { countryFrom } from '../phone/countries';
import { phoneFrom } from '../phone/phone';
import { isNothing } from './nothing';
import { type Reader } from './reading';
import { shown } from '../shown';

/** The option of a node that says where telephone numbers without country code belong. */
export const DEFAULT_COUNTRY = 'defaultCountry';
export const DEFAULT_COUNTRY_LABEL = 'Default Country';

/** @throws ItemFailure when an expression yields no country */
function countryIn(chosen: unknown): string | undefined {
	if (isNothing(chosen)) return undefined;
	const country = countryFrom(String(chosen));
	if (country !== undefined) return country;
	throw invalidInput(`"${DEFAULT_COUNTRY_LABEL}" is "${shown(chosen)}", which is no country`, 'Choose one from the list, or enter two letters such as US.');
}

/** A telephone number, in E.164. */
export const readTelephone: Reader<string> = (value, { label, defaultCountry }) => phoneFrom(value, label, countryIn(defaultCountry));
