import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';

import { ItemFailure } from '../../../nodes/shared/contract/failure';
import { timeOfDayFrom } from '../../../nodes/Kayse/resources/campaign/timeOfDay';

const inZone = (timeZone: string) => ({ label: 'Start Time', timeZone });

describe('a time of day', () => {
	it.each<[unknown, string, string]>([
		['2026-03-01T09:00:00', 'America/New_York', '2026-03-01T09:00:00-05:00'],
		['2026-07-01T09:00:00', 'America/New_York', '2026-07-01T09:00:00-04:00'],
		['2026-03-01 09:00', 'Asia/Kolkata', '2026-03-01T09:00:00+05:30'],
		['2026-03-01T09:00:00.123', 'UTC', '2026-03-01T09:00:00Z'],
		['2026-03-01T14:00:00Z', 'America/New_York', '2026-03-01T09:00:00-05:00'],
		['2026-03-01T15:00:00+01:00', 'America/New_York', '2026-03-01T09:00:00-05:00'],
		[new Date('2026-03-01T14:00:00Z'), 'Europe/Berlin', '2026-03-01T15:00:00+01:00'],
		[DateTime.fromISO('2026-03-01T14:00:00Z'), 'Europe/Berlin', '2026-03-01T15:00:00+01:00'],
	])('%s in %s is %s', (value, timeZone, expected) => {
		expect(timeOfDayFrom(value, inZone(timeZone))).toBe(expected);
	});

	it.each(['', 'noon', '24:01', '9', '2026-03-01', '2026-02-30T09:00', 'T09:00', {}, 900])('%j is none', (value) => {
		expect(() => timeOfDayFrom(value, inZone('UTC'))).toThrow(ItemFailure);
	});
});
