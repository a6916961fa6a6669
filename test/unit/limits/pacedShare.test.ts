import { describe, expect, it } from '@jest/globals';

import { PacedShare } from '../../../nodes/shared/limits/pacedShare';
import { Window } from '../../../nodes/shared/limits/window';

const WINDOW_MS = 60_000;
const LIMIT = 60;

/** Times are in windows. */
function share() {
	const window = new Window(LIMIT, WINDOW_MS);
	const paced = new PacedShare(window);
	return {
		/** So many requests get through. */
		accepted(count: number, at: number) {
			for (let n = 0; n < count; n++) {
				window.add(at * WINDOW_MS);
				paced.accepted(at * WINDOW_MS);
			}
		},
		/** @returns when the next request may leave */
		refused: (at: number) => paced.refused(at * WINDOW_MS) / WINDOW_MS,
		requests: (at: number) => paced.requests(at * WINDOW_MS),
		/** How many leave of a process that always has some; none is refused. */
		leave(from: number, until: number): number {
			let count = 0;
			for (let now = from * WINDOW_MS; now < until * WINDOW_MS; now = Math.max(now + 1, paced.opensAt(now))) {
				if (paced.opensAt(now) > now) continue;
				paced.goOn(now);
				count += 1;
				if (count > 10_000) break;
			}
			return count;
		},
	};
}

/** Refused in two windows in a row. */
function shared() {
	const made = share();
	made.refused(0);
	made.refused(1);
	return made;
}

describe('the share of a limit at a vendor that does not say when its window ends', () => {
	it('is the whole limit, at once, as long as nothing is refused', () => {
		const alone = share();
		expect(alone.requests(0)).toBe(Infinity);
		expect(alone.leave(0, 0.1)).toBeGreaterThan(LIMIT);
	});

	it('is not learned in one window, as after a restart', () => {
		const restarted = share();
		for (const at of [0, 0.1, 0.5, 0.9]) restarted.refused(at);
		expect(restarted.requests(1)).toBe(Infinity);
	});

	it('is half of the limit after the second refused window in a row', () => {
		expect(shared().requests(1)).toBe(LIMIT / 2);
	});

	it('is not learned from refusals hours apart', () => {
		const made = share();
		made.refused(0);
		made.refused(60);
		expect(made.requests(60)).toBe(Infinity);
	});

	it('is spread over the window', () => {
		const made = shared();
		made.accepted(1, 1.5);
		expect(made.leave(2, 2.5)).toBeLessThanOrEqual(LIMIT / 4 + LIMIT / 16 + 1);
		expect(made.leave(2.5, 3)).toBe(LIMIT / 4);
	});

	it('is a little less than what got through before a refusal, and large shares give back more', () => {
		const afterRefusal = (count: number) => {
			const made = shared();
			made.accepted(count, 2);
			made.refused(2.5);
			return made.requests(2.5);
		};
		expect([10, 20, 29].map(afterRefusal)).toEqual([10, 19, 26]);
	});

	it('stays if next to nothing got through, for then it found no place', () => {
		const made = shared();
		made.accepted(3, 2);
		made.refused(2.5);
		expect(made.requests(2.5)).toBe(LIMIT / 2);
	});

	it('grows after three windows without a refusal, and is the whole limit in the end', () => {
		const made = shared();
		expect([1, 3, 4, 5, 6, 7, 8].map(made.requests)).toEqual([30, 30, 33, 39, 51, Infinity, Infinity]);
	});
});

describe('after a refusal without a time', () => {
	it('the pauses become longer until something gets through, but not longer than a third of a window', () => {
		const made = share();
		const pauses = [0, 0.1, 0.3, 0.6, 0.94].map((at) => made.refused(at) - at);
		expect(pauses.map((pause) => Math.round(pause * 48))).toEqual([3, 6, 12, 16, 16]);
		made.accepted(1, 2);
		expect(made.refused(2.1) - 2.1).toBeCloseTo(1 / 16);
	});

	it('those on their way belong to the same pause', () => {
		const made = share();
		const until = made.refused(0);
		expect(made.refused(0.01)).toBe(until);
	});

	it('a process that has used something of the window waits for its end', () => {
		const made = share();
		made.accepted(5, 0.2);
		expect(made.refused(0.5)).toBeCloseTo(1.2);
	});
});
