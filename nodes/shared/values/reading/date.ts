import { DateTime, FixedOffsetZone, IANAZone } from 'luxon';

import { invalidInput, type ItemFailure } from '../../contract/failure';
import { isRecord } from '../json';
import { invalidDate, isInvalidDate } from './invalidDate';
import { countsFromToday, relativeDate } from './relativeDate';
import { invalidValue, type Reader, type Reading } from './reading';
import { shown } from '../shown';
import { withoutMarks } from '../spreadsheetMarks';
import { spreadsheetDate, writtenClock, writtenDate, type Wall } from './writtenDate';
import { stringOf } from '../text';

/** A point in time, or a local date without a zone. */
type Found = { moment: DateTime; isInUtc: boolean } | { wall: Wall; hasClock: boolean };

const NUMBER_OF_DAYS = /^\d{5}(?:\.\d+)?$/;

function inText(text: string, reading: Reading): Found | undefined {
	if (NUMBER_OF_DAYS.test(text)) return spreadsheetDate(Number(text));
	const found = writtenDate(text, reading);
	if (!found) return undefined;
	const { wall, offset, hasClock } = found;
	if (offset === undefined) return { wall, hasClock };
	return { moment: DateTime.fromObject(wall, { zone: FixedOffsetZone.instance(offset) }), isInUtc: offset === 0 };
}

function foundIn(value: unknown, reading: Reading): Found | undefined {
	if (isInvalidDate(value)) throw invalidDate(value, reading.label);
	if (value instanceof Date) return { moment: DateTime.fromJSDate(value, { zone: 'utc' }), isInUtc: true };
	// n8n's expressions may use another copy of luxon.
	if (isRecord(value) && 'isLuxonDateTime' in value) {
		const moment = DateTime.fromISO(stringOf(value), { setZone: true });
		return moment.isValid ? { moment, isInUtc: false } : undefined;
	}
	return typeof value === 'string' || typeof value === 'number'
		? inText(withoutMarks(String(value)), reading)
		: undefined;
}

/** Years of real events; the default and cut-off values of programs are outside of them. */
const [FIRST_YEAR, LAST_YEAR] = [1800, 2200];

function dateIn(value: unknown, reading: Reading): Found | undefined {
	const found = foundIn(value, reading) ?? countedFromNow(value, reading);
	if (!found) return undefined;
	const { year } = 'wall' in found ? found.wall : found.moment;
	if (year >= FIRST_YEAR && year <= LAST_YEAR) return found;
	throw invalidInput(
		`"${reading.label}" must be a date from ${FIRST_YEAR} to ${LAST_YEAR} (got "${shown(value)}", year ${year})`,
		'Some programs write such a year where a date is missing. Correct the year, or empty the field.',
	);
}

/** Now in the workflow's zone; undefined if the zone is not known. */
function nowIn({ timeZone }: Reading): DateTime | undefined {
	const now = DateTime.now().setZone(timeZone);
	return now.isValid ? now : undefined;
}

/**
 * The writer of "tomorrow" may not know the date: a model does not. Except in a filter, it would be another day in each
 * try, and so another request.
 */
function noDate(value: unknown, reading: Reading): ItemFailure {
	const now = nowIn(reading);
	if (!now || typeof value !== 'string' || !countsFromToday(value, now))
		return invalidValue(value, reading, 'a date', 'Write it as year-month-day, such as 1990-01-31.');
	return invalidValue(
		value,
		reading,
		'a date',
		`Today is ${now.toFormat('yyyy-MM-dd')} in ${reading.timeZone}. Write the date itself, such as ${now.plus({ days: 1 }).toFormat("yyyy-MM-dd'T'09:00")}.`,
	);
}

/** A filter only reads, so it may count from the day on which it runs. A period has a start, and means no other day. */
function countedFromNow(value: unknown, reading: Reading): Found | undefined {
	const now = nowIn(reading);
	if (reading.filters === undefined || !now || typeof value !== 'string') return undefined;
	const found = relativeDate(value, now);
	if (!found || (found.isPeriod && reading.filters !== 'from')) return undefined;
	return { moment: found.date, isInUtc: false };
}

/**
 * The zone of a time without one.
 * @throws ItemFailure when the workflow has no known zone
 */
function zoneOf(value: unknown, { label, timeZone }: Reading): string {
	if (IANAZone.isValidZone(timeZone) || timeZone.toLowerCase() === 'utc') return timeZone;
	throw invalidInput(
		`"${label}" has no time zone (got "${shown(value)}"), and that of the workflow is ${timeZone === '' ? 'not set' : `unknown ("${timeZone}")`}`,
		'Choose a Timezone in the settings of the workflow, or write the time with one, such as 2026-03-01T09:00:00Z.',
	);
}

/** Midnight in UTC means a day, as spreadsheets and databases write one; any other time is on the workflow's day. */
const dayIn = (utc: DateTime, value: unknown, reading: Reading): DateTime =>
	utc.toMillis() === utc.startOf('day').toMillis() ? utc : utc.setZone(zoneOf(value, reading));

/** A day as YYYY-MM-DD. */
export const readDay: Reader<string> = (value, reading) => {
	const found = dateIn(value, reading);
	if (!found) throw noDate(value, reading);
	if ('wall' in found) return DateTime.fromObject(found.wall, { zone: 'utc' }).toFormat('yyyy-MM-dd');
	const { moment, isInUtc } = found;
	return (isInUtc ? dayIn(moment.toUTC(), value, reading) : moment).toFormat('yyyy-MM-dd');
};

/** @throws ItemFailure for an hour that does not exist because summer time begins */
function inZone(found: Found, value: unknown, reading: Reading): DateTime {
	if ('moment' in found) return found.moment;
	const { wall } = found;
	const zone = zoneOf(value, reading);
	const moment = DateTime.fromObject(wall, { zone });
	if (moment.hour === wall.hour && moment.minute === wall.minute) return moment;
	throw invalidInput(
		`"${reading.label}" must be an hour of the day in ${zone} (got "${shown(value)}"): the clocks skip this hour on that day`,
		'Choose another hour, or write the time with its own zone, such as 2026-03-01T09:00:00Z.',
	);
}

/** A point in time as ISO 8601 in UTC. Without a zone, it is in the workflow's zone. */
export const readMoment: Reader<string> = (value, reading) => {
	const found = dateIn(value, reading);
	if (!found) throw noDate(value, reading);
	const iso = inZone(found, value, reading).toUTC().toISO();
	if (iso !== null) return iso;
	throw noDate(value, reading);
};

const noTime = (value: unknown, reading: Reading) =>
	invalidValue(value, reading, 'a time', 'Pick one, or write it as in 09:00 or 2026-03-01T09:00.');

/** A day alone has no time. */
const isDayAlone = (found: Found): boolean => 'wall' in found && !found.hasClock;

const MINUTES_OF_DAY = 24 * 60;

/** A time of day without a day; a spreadsheet stores it as a fraction of a day. */
function clockIn(value: unknown): ReturnType<typeof writtenClock> {
	if (typeof value === 'string') return writtenClock(withoutMarks(value));
	if (typeof value !== 'number' || !(value > 0 && value < 1)) return undefined;
	const minutes = Math.round(value * MINUTES_OF_DAY);
	return { hour: Math.floor(minutes / 60) % 24, minute: minutes % 60, second: 0, millisecond: 0, offset: undefined };
}

function timeIn(value: unknown, reading: Reading): DateTime {
	const { offset, ...clock } = clockIn(value) ?? { offset: undefined, hour: undefined };
	if (offset === undefined && clock.hour !== undefined)
		return DateTime.now().setZone(zoneOf(value, reading)).set(clock);
	const found = offset === undefined ? dateIn(value, reading) : undefined;
	if (found && !isDayAlone(found))
		return inZone(found, value, reading).setZone(zoneOf(value, reading)).startOf('second');
	throw noTime(value, reading);
}

/** A time of day as ISO 8601 with the offset of the workflow's zone; without a day, it is today's. */
export const readTimeOfDay: Reader<string> = (value, reading) => {
	const iso = timeIn(value, reading).toISO({ suppressMilliseconds: true });
	if (iso !== null) return iso;
	throw noTime(value, reading);
};

/** A time of day on a 24-hour clock, as in 09:00. */
export const readClock: Reader<string> = (value, reading) => timeIn(value, reading).toFormat('HH:mm');
