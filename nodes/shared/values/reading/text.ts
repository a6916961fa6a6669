import { DateTime } from 'luxon';

import { invalidInput } from '../../contract/failure';
import { isRecord } from '../json';
import { trimmed } from './nothing';
import { notSingle, type Reader, type Reading } from './reading';
import { shown } from '../shown';

/** What a program makes of an object that it writes into a text. */
export const OBJECT_AS_TEXT = '[object Object]';

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
	if (trimmed(text) !== OBJECT_AS_TEXT) return text;
	throw invalidInput(`"${reading.label}" is "${shown(text)}": an object was written into a text`, 'Choose the field inside of the object that you mean.');
};

/** A text of one line: blanks around it mean nothing, but would make another text of it. */
export const readText: Reader<string> = (value, reading) => trimmed(readLongText(value, reading));
