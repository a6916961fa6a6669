import { invalidInput, type ItemFailure } from '../../contract/failure';
import { shown } from '../shown';
import { digitsAsText } from './digitsAsText';
import { invalidValue, type Reader, type Reading } from './reading';

/** `(512)`, `+1 512`, `1-512`. */
const AREA_CODE = /^(?:(?:\+1|1[\s.-])[\s.-]*)?\(?(\d{2,5})\)?$/;

const SEVERAL_CODES = /^\(?\d{2,5}\)?(?:[,;|/\s]+\(?\d{2,5}\)?)+$/;

function noAreaCode(value: unknown, code: string, reading: Reading): ItemFailure {
	if (SEVERAL_CODES.test(code))
		return invalidInput(
			`"${reading.label}" must be one area code (got "${shown(value)}")`,
			'Enter only one. If you have several, make one item of each before this node.',
		);
	return invalidValue(value, reading, 'an area code', 'Enter the digits of the area code alone, such as 512.');
}

/** The digits of an area code, which come after the country code in telephone numbers. */
export const readAreaCode: Reader<string> = (value, reading) => {
	const code = digitsAsText(value, reading);
	const [, digits] = AREA_CODE.exec(code) ?? [];
	if (digits !== undefined) return digits;
	throw noAreaCode(value, code, reading);
};
