import { DateTime } from 'luxon';
import { jsonParse } from 'n8n-workflow';

import { invalidInput } from '../shared/contract/failure';
import { phoneFrom } from '../shared/values/phone/phone';
import { isFilled } from '../shared/values/filled';
import { isRecord } from '../shared/values/json';

/**
 * What Kayse's metadata calls a field's type; it announces further ones with an "etc." (seed 002 "Response Fields"). A text that
 * is a telephone number is a type of our own.
 */
export type KayseType = 'string' | 'phone' | 'uint' | 'bool' | 'date' | 'object' | 'uint[]';

/** Where a value comes from, for the message about one that does not fit. */
export interface Reading {
	label: string;
	/** Of the workflow: decides which day a point in time is on. */
	timeZone: string;
	/** Where telephone numbers without country code belong. */
	country?: string;
}

/** An empty cell or field is no value; to empty a field at Kayse there is "Clear Fields". */
export const isEmpty = (value: unknown): boolean => !isFilled(value);

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value) ?? String(value));

const unfitValue = (value: unknown, { label }: Reading, what: string, remedy: string) =>
	invalidInput(`"${label}" is "${shown(value)}", which is no ${what}`, remedy);

/** An id as the positive integer that Kayse takes, from a number or from digits. */
export function idFrom(value: unknown, label: string): number {
	if (isEmpty(value)) throw invalidInput(`"${label}" is empty`, `Enter a value for "${label}".`);
	const text = String(value).trim();
	const id = /^[1-9]\d*$/.test(text) ? Number(text) : NaN;
	if (Number.isSafeInteger(id)) return id;
	throw invalidInput(`"${label}" is "${shown(value).trim()}", which is no ID`, 'IDs of Kayse are whole numbers from 1, such as 412.');
}

/** Ids from an array or from a text with commas. None comes twice. */
export function idsFrom(value: unknown, label: string): number[] {
	const listed = typeof value === 'string' ? bracketed(value) : value;
	const entries: unknown[] = Array.isArray(listed) ? listed : [listed];
	return [...new Set(entries.filter((entry) => !isEmpty(entry)).map((entry) => idFrom(entry, label)))];
}

/** `1, 2` and `[1, 2]` are the same list to a user. */
const bracketed = (text: string): string[] => text.trim().replace(/^\[(.*)\]$/s, '$1').split(',');

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const IN_UTC = /(Z|[+-]00:?00)$/i;

/** Midnight in UTC stands for a day, as spreadsheets and databases write one; any other moment is on the workflow's day. */
const dayOf = (utc: DateTime, timeZone: string): DateTime =>
	utc.toMillis() === utc.startOf('day').toMillis() ? utc : utc.setZone(timeZone);

function dayFrom(value: unknown, timeZone: string): DateTime | undefined {
	if (value instanceof Date) return dayOf(DateTime.fromJSDate(value, { zone: 'utc' }), timeZone);
	// n8n's expressions may have a luxon of their own.
	if (isRecord(value) && 'toISODate' in value && 'isLuxonDateTime' in value) return DateTime.fromISO(String(value.toString()), { setZone: true });
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	if (!ISO_DATE.test(text.slice(0, 10))) return undefined;
	const parsed = DateTime.fromISO(text.replace(' ', 'T'), { setZone: true });
	return IN_UTC.test(text) ? dayOf(parsed.toUTC(), timeZone) : parsed;
}

/** A day as YYYY-MM-DD, from a text, a Date or a luxon DateTime. */
export function dateFrom(value: unknown, reading: Reading): string {
	const date = dayFrom(value, reading.timeZone)?.toISODate();
	if (date) return date;
	throw unfitValue(value, reading, 'date', 'Write it as year-month-day, such as 1990-01-31.');
}

const YES = new Set(['true', 'yes', '1']);
const NO = new Set(['false', 'no', '0']);

function booleanFrom(value: unknown, reading: Reading): boolean {
	const text = String(value).trim().toLowerCase();
	if (YES.has(text)) return true;
	if (NO.has(text)) return false;
	throw unfitValue(value, reading, 'yes or no', 'Write true or false.');
}

function numberFrom(value: unknown, reading: Reading): number {
	const number = typeof value === 'number' ? value : Number(String(value).trim());
	if (Number.isFinite(number)) return number;
	throw unfitValue(value, reading, 'number', 'Write digits only, such as 25.');
}

function objectFrom(value: unknown, reading: Reading): Record<string, unknown> {
	const parsed: unknown = typeof value === 'string' ? jsonOrNothing(value) : value;
	if (isRecord(parsed)) return parsed;
	throw unfitValue(value, reading, 'JSON object', 'Write it like { "name": "value" }.');
}

function jsonOrNothing(text: string): unknown {
	try {
		return jsonParse(text);
	} catch {
		return undefined;
	}
}

/** Blanks around a cell mean nothing, but would make another record of an external ID. */
const textFrom = (value: unknown): unknown =>
	['string', 'number', 'boolean', 'bigint'].includes(typeof value) ? String(value).trim() : value;

/** Turns what a user or an expression hands in into what Kayse takes for a field of this type. */
export function valueFrom(value: unknown, type: string, reading: Reading): unknown {
	switch (type) {
		case 'string':
			return textFrom(value);
		case 'phone':
			return phoneFrom(value, reading.label, reading.country);
		case 'uint':
			return numberFrom(value, reading);
		case 'bool':
			return booleanFrom(value, reading);
		case 'date':
			return dateFrom(value, reading);
		case 'object':
			return objectFrom(value, reading);
		case 'uint[]':
			return idsFrom(value, reading.label);
		default:
			return value;
	}
}
