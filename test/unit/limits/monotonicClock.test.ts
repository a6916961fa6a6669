import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MonotonicClock } from '../../../nodes/shared/limits/monotonicClock';

const jumps = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { maxLength: 30 });

describe('a monotonic clock', () => {
	it('never goes back, and advances with the system clock', () => {
		fc.assert(
			fc.property(jumps, (all) => {
				let epochMs = 1_700_000_000_000;
				const clock = new MonotonicClock({ now: () => epochMs });
				for (const jump of all) {
					const before = clock.now();
					epochMs += jump;
					expect(clock.now() - before).toBe(Math.max(0, jump));
				}
			}),
		);
	});

	it('names a moment by the system clock as it is set now', () => {
		fc.assert(
			fc.property(jumps, fc.integer({ min: -100_000, max: 100_000 }), (all, ms) => {
				let epochMs = 1_700_000_000_000;
				const clock = new MonotonicClock({ now: () => epochMs });
				for (const jump of all) {
					clock.now();
					epochMs += jump;
				}
				expect(clock.fromEpoch(epochMs + ms)).toBe(clock.now() + ms);
				expect(clock.toEpoch(clock.now() + ms)).toBe(epochMs + ms);
			}),
		);
	});
});
