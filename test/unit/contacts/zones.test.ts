import { describe, expect, it } from '@jest/globals';
import { IANAZone } from 'luxon';

import { zonesOf } from '../../../nodes/shared/contacts/zones';
import { zonesByPrefix } from '../../../scripts/timeZones';

describe('time zones of telephone numbers', () => {
	it('are those of the library as it is installed, for each of its prefixes; npm run zones writes them again', () => {
		const entries = Object.entries(zonesByPrefix());
		expect(entries.length).toBeGreaterThan(3_000);
		const wrong = entries.filter(([prefix, zones]) => zonesOf(`+${prefix}`).join('&') !== zones);
		expect(wrong).toEqual([]);
	});

	it('are known to this Node.js', () => {
		const zones = new Set(Object.values(zonesByPrefix()).flatMap((names) => names.split('&')));
		expect([...zones].filter((zone) => !IANAZone.isValidZone(zone))).toEqual([]);
	});

	it.each([
		['+12125550123', ['America/New_York']],
		['+18085550123', ['Pacific/Honolulu']],
		['+493012345678', ['Europe/Berlin']],
		['+12025550123', ['America/New_York']],
	])('of %s are %j', (telephone, zones) => {
		expect(zonesOf(telephone)).toEqual(zones);
	});

	it('are all of North America for a number without a region', () => {
		expect(zonesOf('+18005550123').length).toBeGreaterThan(30);
	});

	it('are empty for a number without a country', () => {
		expect(zonesOf('+0')).toEqual([]);
	});
});
