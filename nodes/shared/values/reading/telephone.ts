import { invalidInput } from '../../contract/failure';
import { countryFrom } from '../phone/countries';
import { phoneFrom } from '../phone/phone';
import { isNothing, trimmed } from './nothing';
import { unfit, type Reader } from './reading';
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

/** More than any number has, with words around it. What is longer would only take time to read. */
const LONGEST = 500;

/** A telephone number, in E.164. */
export const readTelephone: Reader<string> = (value, reading) => {
	const given = typeof value === 'string' ? trimmed(value) : value;
	if (typeof given !== 'string' || given.length <= LONGEST) return phoneFrom(given, reading.label, countryIn(reading.defaultCountry));
	throw unfit(given, reading, 'telephone number', 'Enter one number alone, such as +12025550123.');
};
