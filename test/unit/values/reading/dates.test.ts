import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';

import { readClock, readDay, readMoment, readTimeOfDay } from '../../../../nodes/shared/values/reading/date';
import { readJsonValue } from '../../../../nodes/shared/values/reading/json';
import { readNumber } from '../../../../nodes/shared/values/reading/number';
import { readLongText, readText } from '../../../../nodes/shared/values/reading/text';
import { readYesNo } from '../../../../nodes/shared/values/reading/yesNo';
import { failureOf } from '../../support/failures';
import { reading } from '../../support/reading';
import { everyOne } from '../../../support/everyOne';

const zone = fc.constantFrom('America/New_York', 'Europe/Berlin', 'Asia/Tokyo', 'Pacific/Auckland', 'UTC');
const date = fc.date({
	min: new Date('1930-01-01T00:00:00Z'),
	max: new Date('2099-12-31T00:00:00Z'),
	noInvalidDate: true,
});
const SPREADSHEET_START = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

describe('a day', () => {
	it('is the same in every spelling, and reading it again changes nothing', () => {
		fc.assert(
			fc.property(date, zone, (anyTime, timeZone) => {
				const iso = anyTime.toISOString().slice(0, 10);
				const day = DateTime.fromISO(iso, { zone: timeZone });
				const days = (Date.parse(iso) - SPREADSHEET_START) / DAY_MS;
				const ways = [
					iso,
					` ${iso}\u200b`,
					`${iso}T00:00:00`,
					`${iso} 08:30:00`,
					`${iso}T00:00:00.000Z`,
					`${iso}T23:30:00-05:00`,
					new Date(`${iso}T00:00:00Z`),
					day,
					day.set({ hour: 23, minute: 59 }),
					...[
						'yyyy/M/d',
						'yyyy.M.d',
						'yyyyMMdd',
						'MMM d, yyyy',
						'MMMM d yyyy',
						'd MMM yyyy',
						'd. MMMM yyyy',
						'd-MMM-yyyy',
						'EEE, d MMM yyyy',
						'EEEE, MMMM d, yyyy',
						"MMM d, yyyy 'at' h:mm a",
					].map((format) => day.setLocale('en').toFormat(format)),
					days,
					String(days),
					days + 0.5,
					`${days}.75`,
				];
				const read = ways.map((way) => readDay(way, reading({ timeZone })));
				expect(read).toEqual(ways.map(() => iso));
			}),
		);
	});

	it.each([
		['1/31/1990', '1990-01-31'],
		['31/1/1990', '1990-01-31'],
		['31.01.1990', '1990-01-31'],
		['01-31-1990 9:00 AM', '1990-01-31'],
		['3/3/1990', '1990-03-03'],
		['Sept 1st, 1990', '1990-09-01'],
		['19900131', '1990-01-31'],
		[19900131, '1990-01-31'],
		['Jan   31,\u00a0 1990    at  9:00   AM', '1990-01-31'],
		['Wed Jan 31 1990 09:00:00 GMT+0100 (Central European Standard Time)', '1990-01-31'],
	])('%s is %s', (written, expected) => {
		expect(readDay(written, reading())).toBe(expected);
	});

	it('that two countries read differently is refused with both', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 12 }),
				fc.integer({ min: 1, max: 12 }),
				fc.constantFrom('/', '.', '-'),
				(a, b, separator) => {
					fc.pre(a !== b);
					const { message } = failureOf(() => readDay(`${a}${separator}${b}${separator}1990`, reading()));
					const name = (month: number, day: number) =>
						DateTime.local(1990, month, day).setLocale('en').toFormat('MMMM d, yyyy');
					expect(message).toContain(name(a, b));
					expect(message).toContain(name(b, a));
				},
			),
		);
	});

	it('in UTC is the day of the workflow at that moment', () => {
		expect(readDay('2026-02-28T23:00:00.000Z', reading({ timeZone: 'Europe/Berlin' }))).toBe('2026-03-01');
		expect(readDay(new Date('2026-03-01T04:59:00Z'), reading())).toBe('2026-02-28');
	});

	it.each([
		'2026-02-30',
		'13/32/1990',
		'1/31/90',
		'tomorrow',
		'1990',
		1990,
		412,
		631152000000,
		{},
		true,
		'Foo 3, 1990',
		'1990-01-31 25:00',
		'1990-01-31 soon',
		'80000',
	])('is not made up from %p', (value) => {
		expect(failureOf(() => readDay(value, reading())).message).toMatch(/^"Field" must be a date \(got ".*"\)$/);
	});
});

describe('must be a date', () => {
	const none = [DateTime.fromFormat('31/01/1990', 'dd.MM.yyyy'), DateTime.invalid('no reason'), new Date('nonsense')];

	it.each([readDay, readMoment, readClock, readTimeOfDay, readText, readLongText, readNumber, readYesNo])(
		'is refused by name: %p',
		(read) => {
			for (const value of everyOne(none))
				expect(failureOf(() => read(value, reading())).message).toMatch(
					/^"Field" must be a date \(got "Invalid Date(Time)?"\)/,
				);
		},
	);

	it('is refused in JSON, and as a program’s text for it', () => {
		for (const value of everyOne(none))
			expect(failureOf(() => readJsonValue({ rows: [{ born: value }] }, reading())).message).toContain(
				'must be a date',
			);
		for (const text of ['Invalid DateTime', ' Invalid Date '])
			expect(failureOf(() => readText(text, reading())).message).toContain('must be a date');
	});

	it('shows why, where luxon knows', () => {
		expect(failureOf(() => readDay(none[0], reading())).message).toContain('31/01/1990');
	});

	it.each(['1/0/1900', '0/1/1900', '00.05.1990', '1990-00-10', '1990/1/0', '19900100'])(
		'has a 0 for its day or month, as an empty cell of a spreadsheet has: %s',
		(text) => {
			expect(failureOf(() => readDay(text, reading())).message).toBe(
				`"Field" must be a date (got "${text}"): its day or month is 0`,
			);
		},
	);
});

describe('a point in time', () => {
	it.each([
		['2026-03-03 09:30:00', '2026-03-03T14:30:00.000Z'],
		['2026-03-03T09:30', '2026-03-03T14:30:00.000Z'],
		['2026-07-03', '2026-07-03T04:00:00.000Z'],
		['2026-03-03T09:30:00.123Z', '2026-03-03T09:30:00.123Z'],
		['2026-03-03T09:30:00+01:00', '2026-03-03T08:30:00.000Z'],
		['Tue, 03 Mar 2026 09:30:00 GMT', '2026-03-03T09:30:00.000Z'],
		['March 3, 2026 9:30 AM', '2026-03-03T14:30:00.000Z'],
		['3/31/2026 12:15 am', '2026-03-31T04:15:00.000Z'],
		[46084.5, '2026-03-03T17:00:00.000Z'],
		['46084.5', '2026-03-03T17:00:00.000Z'],
		// The hour that the change to summer time leaves out.
	])('%p in New York is %s', (written, expected) => {
		expect(readMoment(written, reading())).toBe(expected);
		expect(readMoment(expected, reading())).toBe(expected);
	});

	it('keeps its milliseconds, from any source', () => {
		fc.assert(
			fc.property(date, zone, (moment, timeZone) => {
				const local = DateTime.fromJSDate(moment, { zone: timeZone });
				const ways = [moment, local, moment.toISOString(), local.toISO()];
				expect(ways.map((way) => readMoment(way, reading({ timeZone: 'Asia/Tokyo' })))).toEqual(
					ways.map(() => moment.toISOString()),
				);
			}),
		);
	});

	it('that the clocks leave out is refused with the reason', () => {
		for (const read of [readMoment, readTimeOfDay, readClock]) {
			expect(failureOf(() => read('2026-03-08T02:30:00', reading({ timeZone: 'America/New_York' }))).message).toBe(
				'"Field" must be an hour of the day in America/New_York (got "2026-03-08T02:30:00"): the clocks skip this hour on that day',
			);
		}
	});

	it.each(['', 'DEFAULT', 'Mars/Olympus'])(
		'without a zone is refused in words where the workflow has the zone "%s"',
		(timeZone) => {
			const { message, description } = failureOf(() => readMoment('2026-03-03 09:30:00', reading({ timeZone })));
			expect(message).toContain('no time zone');
			expect(description).toContain('Timezone');
			expect(`${message} ${description}`).not.toMatch(/invalid/i);
			expect(readMoment('2026-03-03T09:30:00Z', reading({ timeZone }))).toBe('2026-03-03T09:30:00.000Z');
			expect(readDay('1/31/1990', reading({ timeZone }))).toBe('1990-01-31');
		},
	);
});

describe('a time of day', () => {
	it.each([
		['9:00 AM', '09:00'],
		['9am', '09:00'],
		['9:05 p.m.', '21:05'],
		['12:00 AM', '00:00'],
		['12 pm', '12:00'],
		['17:30', '17:30'],
		['17:30:15', '17:30'],
		[0.375, '09:00'],
		['2026-03-01T09:00:00', '09:00'],
		['2026-03-01T14:00:00Z', '09:00'],
		[new Date('2026-03-01T14:00:00Z'), '09:00'],
	])('%p in New York is %s', (written, expected) => {
		expect(readClock(written, reading())).toBe(expected);
		expect(readClock(expected, reading())).toBe(expected);
	});

	it.each([
		['2026-03-01T09:00:00', 'America/New_York', '2026-03-01T09:00:00-05:00'],
		['2026-07-01T09:00:00', 'America/New_York', '2026-07-01T09:00:00-04:00'],
		['2026-03-01 09:00', 'Asia/Kolkata', '2026-03-01T09:00:00+05:30'],
		['2026-03-01T09:00:00.123', 'UTC', '2026-03-01T09:00:00Z'],
		['2026-03-01T15:00:00+01:00', 'America/New_York', '2026-03-01T09:00:00-05:00'],
		[DateTime.fromISO('2026-03-01T14:00:00Z'), 'Europe/Berlin', '2026-03-01T15:00:00+01:00'],
	])('%s in %s is %s with its day', (written, timeZone, expected) => {
		expect(readTimeOfDay(written, reading({ timeZone }))).toBe(expected);
		expect(readTimeOfDay(expected, reading({ timeZone }))).toBe(expected);
	});

	it('is not midnight if only a day is given, in any spelling', () => {
		const days = [
			'2026-03-13',
			'3/13/2026',
			'13.3.2026',
			'March 13, 2026',
			'13 Mar 2026',
			'Friday, March 13, 2026',
			'2026/03/13',
			'20260313',
			20260313,
			46094,
			'46094',
			'46094.0',
		];
		for (const read of [readClock, readTimeOfDay])
			for (const day of everyOne(days))
				expect(failureOf(() => read(day, reading())).message).toMatch(/ must be a time \(/);
		for (const moment of [
			'2026-03-13T00:00',
			'3/13/2026 0:00',
			'2026-03-13T05:00:00Z',
			new Date('2026-03-13T05:00:00Z'),
			DateTime.fromISO('2026-03-13T05:00:00Z'),
		]) {
			const isUtc = moment instanceof Date || DateTime.isDateTime(moment) || moment.endsWith('Z');
			expect(readClock(moment, reading({ timeZone: isUtc ? 'Etc/GMT+5' : 'UTC' }))).toBe('00:00');
		}
		expect([46094.5, '46094.5'].map((value) => readClock(value, reading()))).toEqual(['12:00', '12:00']);
	});

	it('is read at once, with any number of spaces in it', () => {
		const blanks = ' '.repeat(250_000);
		expect(readClock(`9:00${blanks}AM`, reading())).toBe('09:00');
		for (const text of [`9:00${blanks}x`, `3/13/2026 9:00${blanks}(${blanks}x`])
			expect(failureOf(() => readClock(text, reading())).kind).toBe('input');
	});

	it.each(['noon', '24:01', '9', '13 pm', '0 am', '2026-03-01', '2026-02-30T09:00', 'T09:00', {}, 900])(
		'is not made up from %j',
		(value) => {
			expect(failureOf(() => readClock(value, reading())).message).toMatch(/^"Field" must be a time \(got ".*"\)$/);
		},
	);
});
