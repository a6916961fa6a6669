import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';

import { ItemFailure } from '../../../nodes/shared/contract/failure';
import { dateFrom, idFrom, idsFrom, valueFrom } from '../../../nodes/Kayse/values';

const inZone = (timeZone: string) => ({ label: 'Court Date', timeZone });
const messageOf = (read: () => unknown): string => {
	try {
		return String(read());
	} catch (error) {
		return error instanceof ItemFailure ? error.failure.message : String(error);
	}
};

describe('a date', () => {
	const day = fc
		.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10));
	const zone = fc.constantFrom('America/New_York', 'Europe/Berlin', 'Asia/Tokyo', 'Pacific/Auckland', 'UTC');

	it('is the same day however it is handed in', () => {
		fc.assert(
			fc.property(day, zone, (date, timeZone) => {
				const local = DateTime.fromISO(date, { zone: timeZone });
				const ways = [
					date,
					`${date}T00:00:00`,
					`${date} 08:30:00`,
					`${date}T00:00:00.000Z`,
					`${date}T23:30:00-05:00`,
					new Date(`${date}T00:00:00Z`),
					local,
					local.set({ hour: 23, minute: 59 }),
				];
				expect(ways.map((way) => dateFrom(way, inZone(timeZone)))).toEqual(ways.map(() => date));
			}),
		);
	});

	it('of a moment in UTC is the day in the time zone of the workflow', () => {
		expect(dateFrom('2026-02-28T23:00:00.000Z', inZone('Europe/Berlin'))).toBe('2026-03-01');
		expect(dateFrom(new Date('2026-03-01T05:00:00Z'), inZone('America/New_York'))).toBe('2026-03-01');
		expect(dateFrom(new Date('2026-03-01T04:59:00Z'), inZone('America/New_York'))).toBe('2026-02-28');
	});

	it.each(['01/31/1990', '31.01.1990', 32888, '2026-02-30', 'tomorrow', {}, true, new Date('nonsense')])(
		'is not made up from %p',
		(value) => {
			expect(messageOf(() => dateFrom(value, inZone('UTC')))).toMatch(/^"Court Date" is ".*", which is no date$/);
		},
	);
});

describe('an ID', () => {
	it.each([412, '412', ' 412 '])('is read from %p', (value) => expect(idFrom(value, 'Case ID')).toBe(412));

	it.each([0, -1, 1.5, '007', 'abc', '1e3', 9007199254740993n, true, ['1', '2']])('is refused when it is %p', (value) => {
		expect(messageOf(() => idFrom(value, 'Case ID'))).toMatch(/^"Case ID" is .*, which is no ID$/);
	});

	it.each(['', '  ', null, undefined])('is missed when it is %p', (value) => {
		expect(messageOf(() => idFrom(value, 'Case ID'))).toBe('"Case ID" is empty');
	});

	it('comes once in a list, from text, brackets or an array', () => {
		for (const list of ['1, 2,2', '[1,2]', [1, '2', 2]]) expect(idsFrom(list, 'Case IDs')).toEqual([1, 2]);
	});
});

describe('a value', () => {
	const reading = { label: 'Field', timeZone: 'UTC' };
	it.each([
		['string', 2134, '2134'],
		['string', '+1 (202) 555-0123', '+1 (202) 555-0123'],
		['uint', '25', 25],
		['bool', 'Yes', true],
		['bool', 0, false],
		['object', '{"a":1}', { a: 1 }],
		['something new', [1], [1]],
	])('of type %s is read from %p', (type, value, expected) => {
		expect(valueFrom(value, type, reading)).toEqual(expected);
	});

	it.each([
		['uint', 'many'],
		['bool', 'perhaps'],
		['object', '[1]'],
		['object', '{a'],
	])('of type %s is not made up from %p', (type, value) => {
		expect(messageOf(() => valueFrom(value, type, reading))).toMatch(/^"Field" is /);
	});
});
