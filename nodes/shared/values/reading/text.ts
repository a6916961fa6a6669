import { DateTime } from 'luxon';

import { invalidInput } from '../../contract/failure';
import { isRecord } from '../json';
import { trimmed } from './nothing';
import { notSingle, type Reader, type Reading } from './reading';

/** What a program makes of an object that it writes into a text. "[object name]" may be meant so. */
const OBJECT_AS_TEXT = /\[object (?:object|array|promise|null|undefined)\]/i;

/** The object that a program has written into a text, as it stands there. */
export const objectIn = (text: string): string | undefined => OBJECT_AS_TEXT.exec(text)?.[0];

/** @throws ItemFailure that shows nothing but the object, as the text may be a secret */
export function checkWritten(text: string, { label }: Pick<Reading, 'label'>): void {
	const object = objectIn(text);
	if (object === undefined) return;
	throw invalidInput(`"${label}" has "${object}" in it: an object was written into a text`, 'Choose the field inside of the object that you mean.');
}

/** A single value as text; n8n's expressions may have a luxon of their own. */
export function written(value: unknown, reading: Reading): string {
	if (typeof value === 'string') return value;
	if (value instanceof Date) return DateTime.fromJSDate(value, { zone: reading.timeZone }).toISO() ?? value.toISOString();
	if (isRecord(value) && 'isLuxonDateTime' in value) return String(value);
	if (typeof value === 'object' && value !== null) throw notSingle(value, reading);
	return String(value);
}

/** A text of several lines, left as it is. */
export const readLongText: Reader<string> = (value, reading) => {
	const text = written(value, reading);
	checkWritten(text, reading);
	return text;
};

/** A password or the like, to the letter. */
export const readSecret: Reader<string> = readLongText;

/** A text of one line: blanks around it mean nothing, but would make another text of it. */
export const readText: Reader<string> = (value, reading) => trimmed(readLongText(value, reading));
