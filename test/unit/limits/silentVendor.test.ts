import { describe, expect, it } from '@jest/globals';

import type { RateLimit } from '../../../nodes/shared/contract/rateLimit';
import { ManualTime } from '../support/manualTime';
import {
	seeded,
	sendWithOneKey,
	shares,
	together,
	type VendorModel,
	type Worker,
	type WorkerLog,
} from './support/sharedKey';

const SILENT: VendorModel = { counts: 'fixed', announces: false, isSilent: true };

/** As documented in docs/vendors/kaicalls.md#limits. */
const WRITES: RateLimit = { requests: 60, perSeconds: 60 };
const FEW: RateLimit = { requests: 15, perSeconds: 60 };

/** Rows of a process at once: more than fit in flight, so that some wait. */
const ROWS = 10;

/** The first process has used up each window alone when others come. */
const ALONE = 2;
/** Windows after the last one came, and those of them in which the processes find their shares. */
const WINDOWS = 16;
const LEARNING = 6;
const SEEDS = [1, 2];

/**
 * The first process is there from the beginning; each other one comes in the middle of a window.
 * @param apart windows from one to the next
 */
function comingLate(count: number, apart: number, random: () => number, rows = ROWS) {
	const starts = Array.from({ length: count }, (_, place) =>
		place === 0 ? 0 : ALONE + (place - 1) * apart + random(),
	);
	const lastAt = Math.ceil(Math.max(...starts));
	const until = lastAt + WINDOWS;
	const workers: Worker[] = starts.map((from, place) => ({ from, until, rows: place === 0 ? ROWS : rows }));
	return { workers, lastAt };
}

/** The smallest number of requests that a process got through in a window, on average. */
function leastOf(logs: WorkerLog[], from: number): number {
	const means = logs.map(({ windows }) => {
		const counted = windows.slice(from);
		return counted.reduce((sum, { accepted }) => sum + accepted, 0) / counted.length;
	});
	return Math.min(...means);
}

const givenUp = (logs: WorkerLog[]) => logs.reduce((sum, log) => sum + log.givenUp, 0);

describe('processes that share a key at a vendor that does not say when its window ends', () => {
	describe.each(SEEDS)('random times %i', (seed) => {
		describe.each([
			['all others come in one window', 0],
			['one after another comes', 2],
		])('%s', (_, apart) => {
			it.each([2, 3, 5])('%i processes: each gets half of an equal part or more after six windows', async (count) => {
				const random = seeded(seed * 100 + count);
				const { workers, lastAt } = comingLate(count, apart, random);
				const logs = await sendWithOneKey({ limit: WRITES, model: SILENT, workers, random }, new ManualTime());
				expect(leastOf(logs, lastAt + LEARNING)).toBeGreaterThanOrEqual(WRITES.requests / count / 2);
				const { refused, used } = shares(together(logs).slice(lastAt), WRITES);
				expect(refused).toBeLessThanOrEqual(10);
				expect(used).toBeGreaterThanOrEqual(85);
				expect(givenUp(logs)).toBe(0);
			});
		});

		it('starting at once, five processes have equal parts', async () => {
			const workers = Array.from({ length: 5 }, () => ({ from: 0, until: WINDOWS, rows: ROWS }));
			const logs = await sendWithOneKey(
				{ limit: WRITES, model: SILENT, workers, random: seeded(seed) },
				new ManualTime(),
			);
			expect(leastOf(logs, LEARNING)).toBeGreaterThanOrEqual(WRITES.requests / 5 / 2);
			const { refused, used } = shares(together(logs).slice(3), WRITES);
			expect(refused).toBeLessThanOrEqual(10);
			expect(used).toBeGreaterThanOrEqual(85);
		});

		it.each([WRITES, FEW])('one row at a time, beside a long job, is sent within its retries: %j', async (limit) => {
			const random = seeded(seed);
			const { workers } = comingLate(2, 0, random, 1);
			const logs = await sendWithOneKey({ limit, model: SILENT, workers, random }, new ManualTime());
			expect(givenUp(logs)).toBe(0);
		});

		it.each([WRITES, FEW])(
			'one that has the key for itself again uses nearly the whole limit after seven windows: %j',
			async (limit) => {
				const others = 6;
				const workers = [
					{ from: 0, until: others - seed / 4, rows: ROWS },
					{ from: 0, until: others + 12, rows: ROWS },
				];
				const logs = await sendWithOneKey({ limit, model: SILENT, workers, random: seeded(seed) }, new ManualTime());
				const { refused, used } = shares(together(logs).slice(others + 7), limit);
				expect(refused).toBe(0);
				expect(used).toBeGreaterThanOrEqual(95);
			},
		);

		it.each([WRITES, FEW])(
			'a row after a restart in a used up window is sent within its retries: %j',
			async (limit) => {
				const random = seeded(seed);
				const restartedAt = 0.1 + 0.9 * random();
				const workers = [
					{ from: 0, until: 0.1, rows: ROWS },
					{ from: restartedAt, until: 3, rows: 1 },
				];
				const logs = await sendWithOneKey({ limit, model: SILENT, workers, random }, new ManualTime());
				expect(givenUp(logs)).toBe(0);
				expect(together(logs)[0]).toMatchObject({ accepted: limit.requests });
			},
		);

		it.each([WRITES, FEW])(
			'one that has the key for itself is never refused and uses the whole limit: %j',
			async (limit) => {
				const workers = [{ from: 0, until: 10, rows: ROWS }];
				const logs = await sendWithOneKey({ limit, model: SILENT, workers, random: seeded(seed) }, new ManualTime());
				expect(shares(together(logs), limit)).toEqual({ refused: 0, used: 100 });
			},
		);
	});
});
