import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';

import { isOpen, nextOpening, type OpeningHours } from '../../../nodes/shared/contacts/openingHours';

const daily: OpeningHours = { from: '08:00', to: '21:00', weekdays: [1, 2, 3, 4, 5, 6, 7] };
const office: OpeningHours = { from: '09:00', to: '17:00', weekdays: [1, 2, 3, 4, 5] };

const at = (iso: string): number => DateTime.fromISO(iso, { setZone: true }).toMillis();
const inZone = (epochMs: number | undefined, zone: string): string | null =>
	epochMs === undefined ? null : DateTime.fromMillis(epochMs, { zone }).toFormat('ccc yyyy-MM-dd HH:mm');

describe('opening hours', () => {
	it.each([
		['2026-03-04T03:00:00-10:00', 'Pacific/Honolulu', 'Wed 2026-03-04 08:00'],
		['2026-03-04T07:59:59-10:00', 'Pacific/Honolulu', 'Wed 2026-03-04 08:00'],
		['2026-03-04T21:00:00-10:00', 'Pacific/Honolulu', 'Thu 2026-03-05 08:00'],
		['2026-03-04T20:59:00-10:00', 'Pacific/Honolulu', 'Wed 2026-03-04 20:59'],
	])('every day from 8 to 21: at %s in %s the next time is %s', (now, zone, next) => {
		expect(inZone(nextOpening(daily, [zone], at(now)), zone)).toBe(next);
	});

	it('skip the weekend', () => {
		expect(inZone(nextOpening(office, ['Europe/Berlin'], at('2026-03-06T17:00:00+01:00')), 'Europe/Berlin')).toBe(
			'Mon 2026-03-09 09:00',
		);
	});

	it('keep to the clock over a change to summer time', () => {
		expect(inZone(nextOpening(daily, ['America/New_York'], at('2026-03-07T23:00:00-05:00')), 'America/New_York')).toBe(
			'Sun 2026-03-08 08:00',
		);
		const early: OpeningHours = { from: '02:30', to: '05:00', weekdays: [7] };
		expect(inZone(nextOpening(early, ['America/New_York'], at('2026-03-08T00:00:00-05:00')), 'America/New_York')).toBe(
			'Sun 2026-03-08 03:30',
		);
	});

	it('apply to all zones at once: New York and Honolulu share 13:00 to 21:00 of New York in winter', () => {
		const zones = ['America/New_York', 'Pacific/Honolulu'];
		expect(inZone(nextOpening(daily, zones, at('2026-01-14T09:00:00-05:00')), 'America/New_York')).toBe(
			'Wed 2026-01-14 13:00',
		);
		expect(inZone(nextOpening(daily, zones, at('2026-01-14T21:00:00-05:00')), 'America/New_York')).toBe(
			'Thu 2026-01-15 13:00',
		);
	});

	it('distinguish hours, zones and seconds, for any number of calls within a minute', () => {
		const now = at('2026-01-14T08:59:59Z');
		const asked = (): boolean[] => [
			isOpen(daily, 'Europe/London', now),
			isOpen(daily, 'Pacific/Honolulu', now),
			isOpen(office, 'Europe/London', now),
			isOpen(office, 'Europe/London', now + 1_000),
			isOpen({ ...office, weekdays: [1] }, 'Europe/London', now + 1_000),
		];
		expect(asked()).toEqual([true, false, false, true, false]);
		expect(asked()).toEqual([true, false, false, true, false]);
	});

	it('never come if zones do not meet, or if no day is chosen', () => {
		const short: OpeningHours = { ...daily, from: '09:00', to: '10:00' };
		expect(nextOpening(short, ['Europe/Berlin', 'America/New_York'], at('2026-01-14T09:00:00Z'))).toBeUndefined();
		expect(nextOpening({ ...daily, weekdays: [] }, ['Europe/Berlin'], at('2026-01-14T09:00:00Z'))).toBeUndefined();
	});

	it('are open at the named time, and closed until then', () => {
		const zones = fc.subarray(
			['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia'],
			{ minLength: 1, maxLength: 2 },
		);
		const hours = fc.record({
			from: fc.integer({ min: 0, max: 11 }),
			length: fc.integer({ min: 1, max: 12 }),
			weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
		});
		fc.assert(
			fc.property(
				zones,
				hours,
				fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
				(places, { from, length, weekdays }, date) => {
					const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
					const opening: OpeningHours = { from: clock(from), to: clock(from + length), weekdays };
					const now = date.getTime();
					const next = nextOpening(opening, places, now);
					const isOpenAll = (time: number) => places.every((zone) => isOpen(opening, zone, time));
					if (next === undefined) return places.length > 1;
					const minute = 60_000;
					const before = Array.from({ length: 20 }, (_, step) => now + Math.floor(((next - now) * step) / 20)).filter(
						(time) => time < next,
					);
					return (
						isOpenAll(next) && before.every((time) => !isOpenAll(time)) && (next === now || !isOpenAll(next - minute))
					);
				},
			),
		);
	});
});
