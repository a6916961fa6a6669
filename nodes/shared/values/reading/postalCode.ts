import { invalidInput } from '../../contract/failure';
import { shown } from '../shown';
import { DEFAULT_COUNTRY_LABEL, defaultCountryIn } from './country';
import { digitsAsText } from './digitsAsText';
import { invalidValue, type Reader, type Reading } from './reading';

/** Where postal codes are ZIP codes: the United States, their territories, and states in free association with them. */
const ZIP_COUNTRIES = new Set(['US', 'AS', 'GU', 'MP', 'PR', 'VI', 'FM', 'MH', 'PW']);

/** A ZIP code has five digits, or nine; those of the northeast begin with a zero, which a spreadsheet drops. */
const WITHOUT_ITS_ZERO = /^\d{1,4}(?:[- ]\d{4})?$/;

/**
 * Letters and digits of any country, such as `SW1A 1AA` and `00-950`; all have a digit. Only Brazil's have a point, as
 * in `01.310-100`.
 */
const POSTAL_CODE = /^(?:(?=\P{N}{0,15}\p{N})[\p{L}\p{N}〒](?:[ -]?[\p{L}\p{N}]){0,15}|\d\d\.\d{3}-?\d{3})$/u;

/** A ZIP code with a letter that looks like a digit, such as `787O1`. */
const LETTER_AS_DIGIT = /^(?=.*[a-z])\d[\doil]{4}(?:[- ][\doil]{4})?$/i;

/** Whether the user says that it belongs to a country with other codes. */
function isElsewhere({ defaultCountry }: Reading): boolean {
	const country = defaultCountryIn(defaultCountry);
	return country !== undefined && !ZIP_COUNTRIES.has(country);
}

/** A postal code as written, without a spreadsheet's changes. A lost zero is not guessed. */
export const readPostalCode: Reader<string> = (value, reading) => {
	const code = digitsAsText(value, reading);
	if (!POSTAL_CODE.test(code) || LETTER_AS_DIGIT.test(code))
		throw invalidValue(value, reading, 'a postal code', 'Enter the postal code alone, such as 02134.');
	if (!WITHOUT_ITS_ZERO.test(code) || isElsewhere(reading)) return code;
	throw invalidInput(
		`"${reading.label}" is too short for a ZIP code (got "${shown(value)}"): a spreadsheet may have dropped the zero before it`,
		`Give its column the format Text and write all digits, such as 02134. If the address is not in the United States, choose its country under Options > ${DEFAULT_COUNTRY_LABEL}.`,
	);
};
