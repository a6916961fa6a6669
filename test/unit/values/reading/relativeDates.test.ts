import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';

import { readDay, readMoment } from '../../../../nodes/shared/values/reading/date';
import { relativeDate } from '../../../../nodes/shared/values/reading/relativeDate';
import { failureOf } from '../../support/failures';
import { reading } from '../../support/reading';

const now = DateTime.fromISO('2026-11-27T16:30:20', { zone: 'America/New_York' });

describe('a date that counts from today', () => {
	it.each([
		['yesterday', '2026-11-26T00:00'],
		['Today', '2026-11-27T00:00'],
		['tomorrow 9am', '2026-11-28T09:00'],
		['tomorrow at 9:30 AM', '2026-11-28T09:30'],
		['yesterday, 17:00', '2026-11-26T17:00'],
		['tomorrow at noon', '2026-11-28T12:00'],
		['the day before yesterday', '2026-11-25T00:00'],
		['now', '2026-11-27T16:30'],
		['2 hours ago', '2026-11-27T14:30'],
		['three days ago', '2026-11-24T16:30'],
		['a week ago', '2026-11-20T16:30'],
		['in 2 weeks', '2026-12-11T16:30'],
		['30 minutes from now', '2026-11-27T17:00'],
		['last 7 days', '2026-11-20T00:00'],
		['the past month', undefined],
		['last 24 hours', '2026-11-26T16:30'],
		['in the last 2 months', '2026-09-27T00:00'],
	])('%s is %s', (text, expected) => {
		expect(relativeDate(text, now)?.date.toFormat("yyyy-MM-dd'T'HH:mm")).toBe(expected);
	});

	it.each([
		'last week',
		'this month',
		'next Monday',
		'Friday',
		'last quarter',
		'tonight',
		'tomorrow morning',
		'recently',
	])('has more than one reading in "%s"', (text) => {
		expect(relativeDate(text, now)).toBeUndefined();
		const { message, description } = failureOf(() => readMoment(text, reading({ filters: 'from' })));
		expect(message).toContain('must be a date');
		expect(description).toMatch(
			/^Today is \d{4}-\d\d-\d\d in America\/New_York\. Write the date itself, such as \d{4}-\d\d-\d\dT09:00\.$/,
		);
	});
});

describe('where a field wants a date', () => {
	const today = () => DateTime.now().setZone('America/New_York').startOf('day');

	it('a filter reads it, a period only where it starts', () => {
		expect(readMoment('yesterday', reading({ filters: 'alone' }))).toBe(today().minus({ days: 1 }).toUTC().toISO());
		expect(readDay('tomorrow', reading({ filters: 'alone' }))).toBe(today().plus({ days: 1 }).toISODate());
		expect(readMoment('last 7 days', reading({ filters: 'from' }))).toBe(today().minus({ days: 7 }).toUTC().toISO());
		expect(failureOf(() => readMoment('last 7 days', reading({ filters: 'alone' }))).message).toContain(
			'must be a date',
		);
	});

	it('what writes refuses it, as it would be another time in each try, and says which day today is', () => {
		for (const text of ['tomorrow 9am', 'in 2 hours', 'last 7 days', 'Monday'])
			expect(failureOf(() => readMoment(text, reading())).description).toContain(`Today is ${today().toISODate()}`);
	});

	it('a time with AM and PM is read anywhere', () => {
		expect(readMoment('2026-11-25 9:00 AM', reading())).toBe('2026-11-25T14:00:00.000Z');
	});

	it('other words are refused as they were', () => {
		expect(failureOf(() => readMoment('soonish maybe', reading({ filters: 'from' }))).description).toBe(
			'Write it as year-month-day, such as 1990-01-31.',
		);
	});
});
