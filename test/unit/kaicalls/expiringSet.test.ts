import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ExpiringSet } from '../../../nodes/KaiCalls/trigger/expiringSet';

const BOUNDS = { forMs: 1_000, capacity: 5 };

function atTime() {
	const clock = { at: 0, now: () => clock.at };
	return { clock, recent: new ExpiringSet(clock, BOUNDS) };
}

describe('an expiring set', () => {
	it('keeps an entry for its time', () => {
		const { clock, recent } = atTime();
		recent.note('a');
		clock.at = 999;
		recent.note('b');
		expect([recent.has('a'), recent.has('b'), recent.count]).toEqual([true, true, 2]);
		clock.at = 1_000;
		expect([recent.has('a'), recent.has('b'), recent.count]).toEqual([false, true, 1]);
	});

	it('starts the time again when the entry is added again', () => {
		const { clock, recent } = atTime();
		recent.note('a');
		clock.at = 900;
		recent.note('a');
		clock.at = 1_800;
		expect([recent.has('a'), recent.count]).toEqual([true, 1]);
	});

	it('never exceeds its capacity and keeps the latest', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.string(), { maxLength: 30 }), (keys) => {
				const { recent } = atTime();
				for (const key of keys) {
					recent.note(key);
					expect(recent.count).toBeLessThanOrEqual(BOUNDS.capacity);
				}
				expect(keys.filter((key) => recent.has(key))).toEqual(keys.slice(-BOUNDS.capacity));
			}),
		);
	});
});
