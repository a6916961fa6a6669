import { DateTime } from 'luxon';

import { invalidInput } from '../../contract/failure';
import { isRecord } from '../json';
import { HALF_CHARACTER, isWellFormed } from '../wellFormed';
import { isUnsure } from './digits';
import { INVALID_DATE_AS_TEXT, invalidDate, isInvalidDate } from './invalidDate';
import { trimmed } from './nothing';
import { notSingle, type Reader, type Reading } from './reading';
import { stringOf } from '../text';

/** A program's text for an object. "[object name]" may be intended. */
const OBJECT_AS_TEXT = /\[object (?:object|array|promise|null|undefined)\]/i;

/** The program's text for an object within a text. */
export const objectIn = (text: string): string | undefined => OBJECT_AS_TEXT.exec(text)?.[0];

/** @throws ItemFailure that shows only the object, because the text may be a secret */
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

/** @throws ItemFailure for a text that would change on the wire, without showing it, because it may be a secret */
export function checkWhole(text: string, { label }: Pick<Reading, 'label'>): void {
	if (!isWellFormed(text)) throw invalidInput(`"${label}" ${HALF_CHARACTER.flaw}`, HALF_CHARACTER.remedy);
}

/** A single value as text; n8n's expressions may use another copy of luxon. */
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

/** A text of several lines, unchanged. */
export const readLongText: Reader<string> = (value, reading) => {
	const text = written(value, reading);
	const alone = trimmed(text);
	if (INVALID_DATE_AS_TEXT.test(alone)) throw invalidDate(alone, reading.label);
	checkWritten(text, reading);
	return text;
};

/** A text of one line. Blanks around it have no meaning, but would make it a different text. */
export const readText: Reader<string> = (value, reading) => trimmed(readLongText(value, reading));
