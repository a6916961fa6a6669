import { DateTime } from 'luxon';

import { invalidInput } from '../../contract/failure';
import { shown } from '../shown';
import type { Reading } from './reading';

/** A local date and time, without a zone. */
export interface Wall {
	year: number;
	month: number;
	day: number;
	hour: number;
	minute: number;
	second: number;
	millisecond: number;
}

/** A date as people write it. */
export interface WrittenDate {
	wall: Wall;
	/** Whether it has a time of day. */
	hasClock: boolean;
	/** Its own offset from UTC in minutes, if it has one. */
	offset: number | undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december',
];

/** With single blanks, patterns are fast. */
const spacedOnce = (text: string): string => text.replace(/\s+/g, ' ');

const WEEKDAY =
	/^(?<weekday>mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\.?,?\s+/i;
const YEAR_FIRST = /^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?<rest>\D.*)?$/s;
const COMPACT = /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?<rest>)$/;
const YEAR_LAST = /^(?<first>\d{1,2})([-/.])(?<second>\d{1,2})\2(?<year>\d{4})(?<rest>\D.*)?$/s;
const MONTH_FIRST = /^(?<name>[a-z]+)\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?<rest>\D.*)?$/is;
const DAY_FIRST =
	/^(?<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of\s+)?(?<name>[a-z]+)\.?,?[\s-]+(?<year>\d{4})(?<rest>\D.*)?$/is;

const CLOCK =
	/^(?<hour>\d{1,2})(?::(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d+))?)?)? ?(?<half>[ap]\.?m\.?)? ?(?<zone>z|(?:utc|gmt)? ?[+-]\d{2}(?::?\d{2})?|utc|gmt)?(?: \([^()]*\))?$/i;

/** Excel's `1/0/1900`, and other programs' text for an empty date. */
function checkIsFilled(parts: number[], text: string, { label }: Reading): void {
	if (!parts.includes(0)) return;
	throw invalidInput(
		`"${label}" must be a date (got "${shown(text)}"): its day or month is 0`,
		'A spreadsheet writes this for an empty cell with a date format. Empty the field, or write the date as year-month-day, such as 1990-01-31.',
	);
}

/** Two digits that a country reads as day and month, and another as month and day. */
function dayAndMonth(
	first: number,
	second: number,
	year: string,
	text: string,
	{ label }: Reading,
): Pick<Wall, 'day' | 'month'> {
	if (first > 12 || first === second) return { day: first, month: second };
	if (second > 12) return { day: second, month: first };
	const [american, european] = [`${MONTH_NAMES[first - 1]} ${second}`, `${MONTH_NAMES[second - 1]} ${first}`].map(
		(date) => `${date.charAt(0).toUpperCase()}${date.slice(1)}, ${year}`,
	);
	throw invalidInput(
		`"${label}" can be read in two ways (got "${shown(text)}"): ${american} in the USA, ${european} in Europe`,
		'Write it as year-month-day, such as 1990-01-31, or with the name of the month.',
	);
}

/** From 1; 0 for an unknown month. */
function monthNamed(name: string): number {
	const word = name.toLowerCase();
	const short = MONTHS.indexOf(word === 'sept' ? 'sep' : word) + 1;
	return short > 0 ? short : MONTH_NAMES.indexOf(word) + 1;
}

type Parts = Partial<Record<string, string>>;

const numberOf = (text: string | undefined): number => Number(text ?? 0);

function calendarDay(
	text: string,
	reading: Reading,
): { date: Pick<Wall, 'year' | 'month' | 'day'>; rest: string } | undefined {
	const ordered: Parts | undefined = (YEAR_FIRST.exec(text) ?? COMPACT.exec(text))?.groups;
	if (ordered) {
		const date = { year: numberOf(ordered.year), month: numberOf(ordered.month), day: numberOf(ordered.day) };
		checkIsFilled([date.month, date.day], text, reading);
		return { date, rest: ordered.rest ?? '' };
	}
	const digits: Parts | undefined = YEAR_LAST.exec(text)?.groups;
	if (digits) {
		const year = digits.year ?? '';
		const [first, second] = [numberOf(digits.first), numberOf(digits.second)];
		checkIsFilled([first, second], text, reading);
		const found = dayAndMonth(first, second, year, text, reading);
		return { date: { year: Number(year), ...found }, rest: digits.rest ?? '' };
	}
	const named: Parts | undefined = (MONTH_FIRST.exec(text) ?? DAY_FIRST.exec(text))?.groups;
	if (!named) return undefined;
	const date = { year: numberOf(named.year), month: monthNamed(named.name ?? ''), day: numberOf(named.day) };
	return { date, rest: named.rest ?? '' };
}

/** The first and the last zone on earth. */
const [WESTERNMOST, EASTERNMOST] = [-12 * 60, 14 * 60];

/** NaN for an unknown zone. */
function minutesFromUtc(zone: string): number {
	const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
	const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
	return Number(minutes) <= 59 && offset >= WESTERNMOST && offset <= EASTERNMOST ? offset : NaN;
}

/** On a 24-hour clock; NaN for an impossible hour. */
function hourOf(hour: number, half: string | undefined): number {
	if (half === undefined) return hour;
	if (hour < 1 || hour > 12) return NaN;
	return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

/** A time of day on a clock. */
export type Clock = Pick<Wall, 'hour' | 'minute' | 'second' | 'millisecond'>;

/** A time of day, as in `9:00 AM`, `09:00` or `17:30:00`; undefined if it is not one. */
export function writtenClock(text: string): (Clock & { offset: number | undefined }) | undefined {
	const found: Parts | undefined = CLOCK.exec(spacedOnce(text))?.groups;
	if (!found || (found.minute === undefined && found.half === undefined)) return undefined;
	const [hour, minute, second] = [
		hourOf(numberOf(found.hour), found.half),
		numberOf(found.minute),
		numberOf(found.second),
	];
	if (!(hour <= 23 && minute <= 59 && second <= 59)) return undefined;
	const millisecond = Math.floor(Number(`0.${found.fraction ?? 0}`) * 1_000);
	const offset = found.zone === undefined ? undefined : minutesFromUtc(found.zone);
	return Number.isNaN(offset) ? undefined : { hour, minute, second, millisecond, offset };
}

const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, millisecond: 0 };

/** @throws ItemFailure for "Thursday, January 31, 1990", because one of the two is wrong */
function checkWeekday(weekday: string | undefined, date: DateTime, text: string, { label }: Reading): void {
	const actual = date.setLocale('en').weekdayLong;
	if (weekday === undefined || actual === null || actual.toLowerCase().startsWith(weekday.toLowerCase())) return;
	throw invalidInput(
		`"${label}" is "${shown(text)}", but that day is a ${actual}`,
		'Correct the date, or write it without the day of the week.',
	);
}

/**
 * A date with or without a time of day, as people and programs write it; undefined if it is not one.
 * @throws ItemFailure showing both meanings of a date that two countries read differently
 */
export function writtenDate(text: string, reading: Reading): WrittenDate | undefined {
	const spaced = spacedOnce(text);
	const found = calendarDay(spaced.replace(WEEKDAY, ''), reading);
	if (!found) return undefined;
	const rest = found.rest.replace(/^(?:T|,? (?:at )?)/i, '').trim();
	const hasClock = rest !== '';
	const time = hasClock ? writtenClock(rest) : { ...MIDNIGHT, offset: undefined };
	if (!time) return undefined;
	const { offset, ...clock } = time;
	const wall = { ...found.date, ...clock };
	const date = DateTime.fromObject(wall, { zone: 'utc' });
	if (!date.isValid) return undefined;
	checkWeekday(WEEKDAY.exec(spaced)?.groups?.weekday, date, text, reading);
	return { wall, offset, hasClock };
}

/** From the year 1927 to 2119, so that a year or an ID is not taken for a day. */
const FIRST_DAY = 10_000;
const LAST_DAY = 80_000;

/** A spreadsheet's number of days since the end of 1899, with the time of day as its fraction. */
export function spreadsheetDate(days: number): Pick<WrittenDate, 'wall' | 'hasClock'> | undefined {
	if (!(days >= FIRST_DAY && days < LAST_DAY)) return undefined;
	const moment = DateTime.fromObject({ year: 1899, month: 12, day: 30 }, { zone: 'utc' }).plus({
		seconds: Math.round(days * 86_400),
	});
	const { year, month, day, hour, minute, second } = moment;
	return { wall: { year, month, day, hour, minute, second, millisecond: 0 }, hasClock: !Number.isInteger(days) };
}
