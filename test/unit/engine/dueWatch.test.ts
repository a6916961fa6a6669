import { describe, expect, it } from '@jest/globals';

import { DueWatch } from '../../../nodes/shared/engine/dueWatch';

/** Starts these time-outs (ms) and takes back those with a minus sign. Returns those that end, in the order in which they end. */
async function comingOf(timeouts: number[]): Promise<number[]> {
	const watch = new DueWatch();
	const expired: number[] = [];
	const kept = timeouts.filter((ms) => ms >= 0);
	await new Promise<void>((resolve) => {
		for (const ms of timeouts) {
			const forget = watch.add(Math.abs(ms), () => {
				expired.push(ms);
				if (expired.length === kept.length) resolve();
			});
			if (ms < 0) forget();
		}
	});
	return expired;
}

describe('time-outs of requests under way', () => {
	it('come in the order of their times', async () => {
		expect(await comingOf([120, 40, 80, 0])).toEqual([0, 40, 80, 120]);
	});

	it('come all if several are due at once', async () => {
		expect((await comingOf(Array.from({ length: 1_000 }, (_, n) => n % 7))).length).toBe(1_000);
	});

	it('do not come for requests that have ended before, and do not delay the others', async () => {
		expect(await comingOf([-20, 60, -40, 30])).toEqual([30, 60]);
	});

	it('come in any number, also if they are longer than a timer allows', async () => {
		expect(await comingOf([-(2 ** 40), 10, -(2 ** 32), 20])).toEqual([10, 20]);
	});
});
