import { invalidInput } from '../../contract/failure';
import { isUnsure, losesDigits } from './digits';
import { notSingle, invalidValue, type Reader, type Reading } from './reading';
import { shown } from '../shown';
import { withoutMarks } from '../spreadsheetMarks';

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
/** `1,234,567` or `1,234.5`, `1.234.567` or `1.234,5`. */
const COMMA_GROUPS = /^[+-]?\d{1,3}(?:(?:,\d{3}){2,}|(?:,\d{3})+\.\d+)$/;
const DOT_GROUPS = /^[+-]?\d{1,3}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+,\d+)$/;
const DECIMAL_COMMA = /^[+-]?\d+,\d+$/;
/** A thousand and more for some readers, and between 1 and 1000 for others. */
const TWO_READINGS = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/** A number in the spelling of the language; undefined if it is not a number. */
function plain(text: string): string | undefined {
	if (PLAIN.test(text)) return text;
	if (COMMA_GROUPS.test(text)) return text.replaceAll(',', '');
	if (DOT_GROUPS.test(text)) return text.replaceAll('.', '').replace(',', '.');
	return DECIMAL_COMMA.test(text) ? text.replace(',', '.') : undefined;
}

function single(value: unknown, reading: Reading): string | number {
	if (typeof value === 'number') return value;
	if (typeof value === 'string') return withoutMarks(value);
	if (typeof value === 'object' && value !== null) throw notSingle(value, reading);
	throw invalidValue(value, reading, 'a number', 'Write digits only, such as 25.');
}

/** @throws ItemFailure for `412.000`, with both its readings */
export function checkOneReading(text: string, { label }: Reading): void {
	if (!TWO_READINGS.test(text)) return;
	const [whole, decimal] = [text.replace(/[.,]/, ''), text.replace(',', '.')];
	throw invalidInput(
		`"${label}" can be read in two ways (got "${text}"): ${whole} in some countries, ${decimal} in others`,
		`Write it as ${whole} or ${decimal}0.`,
	);
}

/** The number in a text; NaN if it is not a number, or has lost digits. */
function numberOf(text: string): number {
	const written = plain(text);
	return written === undefined || losesDigits(written) ? NaN : Number(written);
}

/** Whether a text is this number, as `250.0` is 250. */
export const isNumber = (text: string, number: number): boolean =>
	!TWO_READINGS.test(text) && numberOf(text) === number;

function numberIn(value: unknown, reading: Reading): number {
	const given = single(value, reading);
	if (typeof given === 'number') return given;
	checkOneReading(given, reading);
	return numberOf(given);
}

/** As in "from 1 to 90". */
function bounds({ min, max }: Reading): string {
	if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
	if (min !== undefined) return ` from ${min}`;
	return max === undefined ? '' : ` up to ${max}`;
}

const isWithin = (number: number, { min = -Infinity, max = Infinity }: Reading): boolean =>
	number >= min && number <= max;

/** A number, with a decimal point or comma. */
export const readNumber: Reader<number> = (value, reading) => {
	const number = numberIn(value, reading);
	if (!isUnsure(number) && isWithin(number, reading)) return number;
	throw invalidValue(value, reading, `a number${bounds(reading)}`, 'Write digits only, such as 25 or 10.5.');
};

/** A whole number; a spreadsheet may write it as `600.0`. */
export const readWholeNumber: Reader<number> = (value, reading) => {
	const number = numberIn(value, reading);
	const isShortened = typeof value === 'string' && /e/i.test(value);
	if (Number.isSafeInteger(number) && isWithin(number, reading) && !isShortened) return number;
	throw invalidInput(
		`"${reading.label}" must be a whole number${bounds(reading)} (got "${shown(value)}")`,
		'Write digits only, such as 25.',
	);
};
