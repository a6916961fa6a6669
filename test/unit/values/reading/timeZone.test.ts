import { describe, expect, it } from '@jest/globals';

import { readTimeZone } from '../../../../nodes/shared/values/reading/timeZone';
import { failureOf } from '../../support/failures';
import { reading } from '../../support/reading';

describe('a time zone', () => {
	it.each([
		['America/New_York', 'America/New_York'],
		[' america/new_york ', 'America/New_York'],
		['Europe/Berlin', 'Europe/Berlin'],
		['UTC', 'UTC'],
		['Etc/UTC', 'UTC'],
		['GMT', 'UTC'],
		['Asia/Kolkata', 'Asia/Kolkata'],
	])('%j is %s', (written, zone) => {
		expect(readTimeZone(written, reading())).toBe(zone);
		expect(readTimeZone(zone, reading())).toBe(zone);
	});

	it.each([
		['Pacific', 'America/Los_Angeles'],
		['Pacific Time', 'America/Los_Angeles'],
		['Pacific Standard Time', 'America/Los_Angeles'],
		['US/Pacific Time (US & Canada)', 'America/Los_Angeles'],
		['PST', 'America/Los_Angeles'],
		['Eastern', 'America/New_York'],
		['EST', 'America/New_York'],
		['Central Time', 'America/Chicago'],
		['CET', 'Europe/Berlin'],
		['Central European Time', 'Europe/Berlin'],
		['New York', 'America/New_York'],
		['new_york', 'America/New_York'],
		['Berlin', 'Europe/Berlin'],
		['America/NewYork', 'America/New_York'],
		['America/Los Angeles', 'America/Los_Angeles'],
		['Europe/Berln', 'Europe/Berlin'],
	])('%j is refused, with %s as the form', (written, likely) => {
		const { message, description } = failureOf(() => readTimeZone(written, reading()));
		expect(message).toBe(`"Field" must be a time zone (got "${written}")`);
		expect(description).toContain(`Did you mean ${likely}?`);
	});

	it.each(['+02:00', 'x', '5'])('%j is refused without a guess', (written) => {
		expect(failureOf(() => readTimeZone(written, reading())).description).toBe(
			'Write a region and a city, such as America/New_York.',
		);
	});
});
