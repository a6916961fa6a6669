import { invalidInput } from '../../contract/failure';
import { countryFrom } from '../phone/countries';
import { shown } from '../shown';
import { withoutMarks } from '../spreadsheetMarks';
import { isNothing } from './nothing';
import { invalidValue, type Reader } from './reading';
import { readText } from './text';
import { stringOf } from '../text';

/** The node's option for the country of numbers and codes without one. */
export const DEFAULT_COUNTRY = 'defaultCountry';
/** How the user knows that option. */
export const DEFAULT_COUNTRY_LABEL = 'Default Country';

/** A country as two letters, from a code or from its name. */
export const readCountry: Reader<string> = (value, reading) => {
	const country = countryFrom(withoutMarks(readText(value, reading)));
	if (country !== undefined) return country;
	throw invalidValue(value, reading, 'a country', 'Enter two letters, such as US.');
};

/**
 * The Default Country of a node.
 * @throws ItemFailure when an expression returns no country
 */
export function defaultCountryIn(chosen: unknown): string | undefined {
	if (isNothing(chosen)) return undefined;
	const country = countryFrom(withoutMarks(stringOf(chosen)));
	if (country !== undefined) return country;
	throw invalidInput(
		`"${DEFAULT_COUNTRY_LABEL}" must be a country (got "${shown(chosen)}")`,
		'Choose one from the list, or enter two letters such as US.',
	);
}
