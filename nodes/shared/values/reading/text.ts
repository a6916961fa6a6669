import { DateTime } from 'luxon';

import { invalidInput } from '../../contract/failure';
import { isRecord } from '../json';
import { HALF_CHARACTER, isWellFormed } from '../wellFormed';
import { isUnsure } from './digits';
import { INVALID_DATE_AS_TEXT, invalidDate, isInvalidDate } from './invalidDate';
import { trimmed } from './nothing';
import { notSingle, type Reader, type Reading } from './reading';
import { stringOf } from '../text';

/** What a program makes of an object that it writes into a text. "[object name]" may be meant so. */
const OBJECT_AS_TEXT = /\[object (?:object|array|promise|null|undefined)\]/i;

/** The object that a program has written into a text, as it stands there. */
export const objectIn = (text: string): string | undefined => OBJECT_AS_TEXT.exec(text)?.[0];

/** @throws ItemFailure that shows nothing but the object, as the text may be a secret */
export function checkWritten(text: string, { label }: Pick<Reading, 'label'>): void {
	const object = objectIn(text);
	if (object === undefined) return;
	throw invalidInput(
		`"${label}" has "${object}" in it: an object was written into a text`,
		'Choose the field inside the object that you mean.',
	);
}

/** A number as a person would write it. */
function digitsOf(number: number, { label }: Reading): string {
	const digits = String(number);
	if (!isUnsure(number) && !digits.includes('e')) return digits;
	throw invalidInput(
		`"${label}" is a number with too many digits (got ${digits}): some may be lost`,
		'Pass it as text, such as "12345678901234567890". In a spreadsheet, give its column the format Text.',
	);
}

/** @throws ItemFailure for a text that would be another one on the wire, without showing it, as it may be a secret */
export function checkWhole(text: string, { label }: Pick<Reading, 'label'>): void {
	if (!isWellFormed(text)) throw invalidInput(`"${label}" ${HALF_CHARACTER.flaw}`, HALF_CHARACTER.remedy);
}

/** A single value as text; n8n's expressions may have a luxon of their own. */
export function written(value: unknown, reading: Reading): string {
	if (typeof value === 'string') {
		checkWhole(value, reading);
		return value;
	}
	if (typeof value === 'number') return digitsOf(value, reading);
	if (isInvalidDate(value)) throw invalidDate(value, reading.label);
	if (value instanceof Date)
		return DateTime.fromJSDate(value, { zone: reading.timeZone }).toISO() ?? value.toISOString();
	if (isRecord(value) && 'isLuxonDateTime' in value) return stringOf(value);
	if (typeof value === 'object' && value !== null) throw notSingle(value, reading);
	return stringOf(value);
}

/** A text of several lines, left as it is. */
export const readLongText: Reader<string> = (value, reading) => {
	const text = written(value, reading);
	const alone = trimmed(text);
	if (INVALID_DATE_AS_TEXT.test(alone)) throw invalidDate(alone, reading.label);
	checkWritten(text, reading);
	return text;
};

/** A text of one line: blanks around it mean nothing, but would make another text of it. */
export const readText: Reader<string> = (value, reading) => trimmed(readLongText(value, reading));
