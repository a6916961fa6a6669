import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';

import { dayWarnings, onFirstDay } from '../../../nodes/Kayse/resources/campaign/days';

const zone = fc.constantFrom(
	'America/New_York',
	'Europe/Berlin',
	'Australia/Lord_Howe',
	'Africa/Casablanca',
	'Asia/Kolkata',
	'America/Phoenix',
	'Pacific/Apia',
);
const day = fc
	.date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const minutes = fc.integer({ min: 480, max: 1_260 });

const timeOn = (date: string, minute: number, inZone: string): string =>
	DateTime.fromISO(date, { zone: inZone })
		.set({ hour: Math.floor(minute / 60), minute: minute % 60 })
		.toISO({ suppressMilliseconds: true }) ?? '';

describe('the days of a campaign', () => {
	it('give their offset to its hours, and do not change the clock times', () => {
		fc.assert(
			fc.property(zone, day, day, minutes, (inZone, entered, first, minute) => {
				const moved = onFirstDay(
					{ start_time: timeOn(entered, minute, inZone) },
					{ runs: [{ start_date: first, end_date: first }] },
					inZone,
				);
				expect(moved).toEqual({ start_time: timeOn(first, minute, inZone) });
			}),
		);
	});

	it('cause a hint if, and only if, the clock changes on one of them', () => {
		fc.assert(
			fc.property(zone, day, fc.integer({ min: 0, max: 400 }), minutes, (inZone, first, length, minute) => {
				const begin = DateTime.fromISO(first, { zone: inZone });
				const days = Array.from({ length: length + 1 }, (_, place) => begin.plus({ days: place }).endOf('day').offset);
				const body = {
					start_time: timeOn(first, minute, inZone),
					runs: [{ start_date: first, end_date: begin.plus({ days: length }).toISODate() }],
				};
				expect(dayWarnings(body, inZone)).toHaveLength(new Set(days).size > 1 ? 1 : 0);
			}),
			{ numRuns: 50 },
		);
	});

	it('do not change the hours if they are not days', () => {
		const hours = { start_time: '2026-03-01T09:00:00-05:00' };
		for (const runs of [undefined, [], null, [{ start_date: '' }], [{ start_date: '2026-13-45' }]])
			expect(onFirstDay(hours, { runs }, 'America/New_York')).toEqual(hours);
	});
});
