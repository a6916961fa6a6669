import { describe, expect, it } from '@jest/globals';
import { LearnedShare } from '../../../nodes/shared/limits/learnedShare';

const WINDOW_MS = 60_000;

/** A share after refusals: when something goes out again, and how much had counted. */
function after(...refusals: Array<{ at: number; counted: number }>): LearnedShare {
	const share = new LearnedShare(WINDOW_MS);
	for (const { at, counted } of refusals) {
		share.refused(counted);
		share.goOn(at * WINDOW_MS);
	}
	return share;
}

const inWindow = (share: LearnedShare, window: number) => share.requests(window * WINDOW_MS);

describe('the share of a limit', () => {
	it('is the whole limit as long as nothing is refused', () => {
		expect(inWindow(after(), 100)).toBe(Infinity);
	});

	it('is not learned from one refused window, as after a restart', () => {
		expect(inWindow(after({ at: 1, counted: 3 }), 1)).toBe(Infinity);
	});

	it('is the number of accepted requests in the second refused window in a row', () => {
		expect(inWindow(after({ at: 1, counted: 3 }, { at: 2, counted: 8 }), 2)).toBe(8);
	});

	it('counts the requests on their way when others were refused', () => {
		const share = after({ at: 1, counted: 3 });
		share.refused(6);
		share.accepted();
		share.refused(6);
		share.accepted();
		share.goOn(2 * WINDOW_MS);
		share.accepted();
		expect(inWindow(share, 2)).toBe(8);
	});

	it('is not learned from refusals within one window, such as those of a vendor that gets requests too fast', () => {
		expect(inWindow(after({ at: 1, counted: 2 }, { at: 1.1, counted: 3 }, { at: 1.5, counted: 4 }), 2)).toBe(Infinity);
	});

	it('is not learned from refusals hours apart', () => {
		expect(inWindow(after({ at: 1, counted: 3 }, { at: 50, counted: 8 }), 50)).toBe(Infinity);
	});

	it('is one request at least', () => {
		expect(inWindow(after({ at: 1, counted: 0 }, { at: 2, counted: 0 }), 2)).toBe(1);
	});

	it('grows after five windows without a refusal, and is the whole limit in the end', () => {
		const share = after({ at: 1, counted: 8 }, { at: 2, counted: 8 });
		expect([6, 7, 8].map((window) => inWindow(share, window))).toEqual([8, 11, 14]);
		expect(inWindow(share, 14)).toBe(Infinity);
	});

	it('that has grown too far is learned again at the first refusal', () => {
		const share = after({ at: 1, counted: 8 }, { at: 2, counted: 8 }, { at: 7, counted: 9 });
		expect([7, 11, 12].map((window) => inWindow(share, window))).toEqual([9, 9, 12]);
	});
});
