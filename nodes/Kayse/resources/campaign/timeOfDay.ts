import { DateTime } from 'luxon';

import { invalidInput } from '../../../shared/contract/failure';
import { isRecord } from '../../../shared/values/json';
import type { Reading } from '../../values';

const DATE_AND_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;

/** Texts of pickers and expressions; n8n's expressions may have a luxon of their own. */
function textOf(value: unknown): string {
	if (value instanceof Date) return value.toISOString();
	if (isRecord(value) && 'isLuxonDateTime' in value) return value.toString();
	return String(value).trim();
}

function momentIn(text: string, zone: string): DateTime | undefined {
	const moment = DATE_AND_TIME.test(text)
		? DateTime.fromISO(text.replace(' ', 'T'), { zone })
		: DateTime.fromFormat(text, 'H:mm', { zone });
	return moment.isValid ? moment.startOf('second') : undefined;
}

/**
 * A time of day in the form of the documented example, `2006-01-02T15:04:05Z07:00`, with the offset of the workflow's time zone. A
 * time without a date, such as 09:00, is today's.
 * @throws ItemFailure naming the field
 */
export function timeOfDayFrom(value: unknown, { label, timeZone }: Reading): string {
	const time = momentIn(textOf(value), timeZone)?.toISO({ suppressMilliseconds: true });
	if (time) return time;
	throw invalidInput(`"${label}" is "${textOf(value)}", which is no time`, 'Pick one, or write it as in 09:00 or 2026-03-01T09:00.');
}
