import { describe, expect, it } from '@jest/globals';
import type { RateLimit } from '../../../nodes/shared/contract/rateLimit';
import { ManualTime } from '../support/manualTime';
import { seeded, sendWithOneKey, shares, together, type VendorModel, type Worker } from './support/sharedKey';

const LEARNING = 3;
const WINDOWS = 12;
const SEEDS = [1, 2, 3];

const FIXED: VendorModel = { counts: 'fixed', announces: false };
const SLIDING: VendorModel = { counts: 'sliding', announces: false };
const ANNOUNCED: VendorModel = { counts: 'fixed', announces: true };
const SLIDING_ANNOUNCED: VendorModel = { counts: 'sliding', announces: true };

const FEW: RateLimit = { requests: 15, perSeconds: 60 };
const MANY_AT_ONCE: RateLimit = { requests: 100, perSeconds: 60, inFlight: 20 };

/** Limits as those in docs/vendors; an hour goes by as fast as a minute here. */
const LIMITS: Array<[string, RateLimit, VendorModel]> = [
	['15 requests', FEW, FIXED],
	['10 requests in the last minute at any time', { requests: 10, perSeconds: 60 }, SLIDING],
	['60 requests', { requests: 60, perSeconds: 60 }, FIXED],
	[
		'500 requests, 50 at once, and each answer says what is left',
		{ requests: 500, perSeconds: 60, inFlight: 50 },
		ANNOUNCED,
	],
	['100 requests, 20 at once, and each answer says what is left', MANY_AT_ONCE, ANNOUNCED],
	[
		'100 requests in the last minute at any time, 20 at once, and each answer says what is left',
		MANY_AT_ONCE,
		SLIDING_ANNOUNCED,
	],
];

const always = (count: number): Worker[] => Array.from({ length: count }, () => ({ from: 0, until: WINDOWS }));

async function manyTimes(
	limit: RateLimit,
	model: VendorModel,
	workers: Worker[],
	windows: { from: number; to?: number },
) {
	const counts = [];
	for (const seed of SEEDS) {
		const logs = await sendWithOneKey({ limit, model, workers, random: seeded(seed) }, new ManualTime());
		counts.push(...together(logs).slice(windows.from, windows.to));
	}
	return shares(counts, limit);
}

describe('processes that share a key and cannot talk to each other', () => {
	describe.each(LIMITS)('%s', (_, limit, model) => {
		it.each([2, 3, 5])('%i workers: after three windows one request in ten is refused at most', async (count) => {
			const { refused, used } = await manyTimes(limit, model, always(count), { from: LEARNING });
			expect(refused).toBeLessThanOrEqual(10);
			expect(used).toBeGreaterThanOrEqual(95);
		});
	});

	it('one that has the key for itself again uses the whole limit within nine windows', async () => {
		const workers = [
			{ from: 0, until: 4 },
			{ from: 0, until: 15 },
		];
		const { refused, used } = await manyTimes(FEW, FIXED, workers, { from: 13 });
		expect({ refused, used }).toEqual({ refused: 0, used: 100 });
	});

	it('a later one gets its part', async () => {
		const workers = [
			{ from: 0, until: WINDOWS },
			{ from: 4, until: WINDOWS },
		];
		const { refused, used } = await manyTimes(FEW, FIXED, workers, { from: 4 + LEARNING });
		expect(refused).toBeLessThanOrEqual(10);
		expect(used).toBeGreaterThanOrEqual(95);
	});
});

describe('a process that has a key for itself', () => {
	it.each(LIMITS.filter(([, , model]) => model !== SLIDING_ANNOUNCED))(
		'is never refused and uses the whole limit: %s',
		async (_, limit, model) => {
			const { refused, used } = await manyTimes(limit, model, always(1), { from: 0 });
			expect(refused).toBe(0);
			expect(used).toBeGreaterThanOrEqual(98);
		},
	);

	it('is seldom refused by a vendor that reports the rest of sliding windows', async () => {
		const { refused, used } = await manyTimes(MANY_AT_ONCE, SLIDING_ANNOUNCED, always(1), { from: 0 });
		expect(refused).toBeLessThanOrEqual(2);
		expect(used).toBeGreaterThanOrEqual(95);
	});
});
