import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Window } from '../../../nodes/shared/limits/window';

const REQUESTS = 3;
const WINDOW_MS = 1_000;

describe('a window', () => {
	it('counts the answers within it, and gives the time of the next free place', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 60 }), (gaps) => {
				const window = new Window(REQUESTS, WINDOW_MS);
				const finished: number[] = [];
				let now = 5_000;
				for (const gap of gaps) {
					now += gap;
					window.add(now);
					finished.push(now);
					const current = finished.filter((moment) => moment > now - WINDOW_MS);
					expect(window.count(now)).toBe(current.length);
					expect(window.end(now)).toBe((current[0] ?? now) + WINDOW_MS);
					const oldest = current.at(-REQUESTS);
					const reset = current.length < REQUESTS || oldest === undefined ? 0 : oldest + WINDOW_MS;
					expect(window.closedUntil(now, REQUESTS)).toBe(reset);
					if (reset > 0) {
						const later = new Window(REQUESTS, WINDOW_MS);
						current.forEach((moment) => later.add(moment));
						expect(later.count(reset)).toBeLessThan(REQUESTS);
						expect(later.closedUntil(reset, REQUESTS)).toBeLessThanOrEqual(reset);
					}
				}
			}),
		);
	});

	it('forgets responses before the vendor’s new window', () => {
		const window = new Window(REQUESTS, WINDOW_MS);
		for (const moment of [10, 20, 30]) window.add(moment);
		window.forgetUntil(20);
		expect(window.count(30)).toBe(1);
		expect(window.closedUntil(30, REQUESTS)).toBe(0);
	});
});
