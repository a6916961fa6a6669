import { visible } from './placeholder';

/** `1.23457E+11`, `crm-1,2E5`, after any separator; a code such as `12E4` or `AB1.2E+5` is not a rounded number. */
const SCIENTIFIC = /(?<![\p{L}\p{N}.,])(\d+[.,]\d+\s*e\s*[+-]?\d+|\d+\s*e\s*\+\s*\d+)(?![\p{L}\p{N}])/iu;

/** `12E11` has more digits than a code. */
const LARGE_EXPONENT = /^\d{1,2}e[12]\d$/i;

/** `123,456,789`, with the same separator between all groups. */
const GROUPED = /^\d{1,3}(?:([.,'’ ])\d{3})(?:\1\d{3})*$/;

const FRACTION = /[.,]0+$/;

/** A spreadsheet keeps 15 digits and adds zeros. From two zeros on, that is clear. */
const CUT_AFTER_15_DIGITS = /^[1-9]\d{14,}00$/;

const withoutSigns = (text: string): string => (GROUPED.test(text) ? text.replace(/\D/g, '') : text);

/** The digits of `123,456,000` and `123456000.0`. */
const digitsOf = (text: string): string => withoutSigns(GROUPED.test(text) ? text : text.replace(FRACTION, ''));

/** Whether a number has lost digits on its way, so that different numbers have become equal. */
export function isRoundedNumber(value: unknown): boolean {
	if (typeof value === 'number') return Math.abs(value) > Number.MAX_SAFE_INTEGER;
	if (typeof value !== 'string') return false;
	const text = visible(value);
	return SCIENTIFIC.test(text) || LARGE_EXPONENT.test(text) || CUT_AFTER_15_DIGITS.test(digitsOf(text));
}
