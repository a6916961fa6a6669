import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { kakiyo } from '../../../nodes/Kakiyo/vendor';
import { accountLimits, limiterOf } from '../../../nodes/shared/limits/accountLimits';
import { RateLimiters } from '../../../nodes/shared/limits/rateLimiters';
import { ManualTime } from '../support/manualTime';
import { response } from '../support/wire';
import { busiestWindow, drive, patient, type ModelRequest } from './support/traffic';
import { everyOne } from '../../support/everyOne';

const MINUTE = 60_000;

const limits = { writes: { requests: 6, perSeconds: 60 }, batches: { requests: 4, perSeconds: 60, within: 'writes' } };

function nested() {
	const time = new ManualTime();
	const limiters = new RateLimiters(time);
	return { time, of: (name: keyof typeof limits) => limiterOf(limiters, 'account', limits, name) };
}

const traffic: fc.Arbitrary<ModelRequest[]> = fc.array(
	fc.record({
		arrivesAfter: fc.integer({ min: 0, max: 90_000 }),
		answerTakes: fc.integer({ min: 0, max: 3_000 }),
		countedAt: fc.integer({ min: 0, max: 100 }),
		isLost: fc.boolean(),
	}),
	{ minLength: 1, maxLength: 20 },
);

describe('a limit within a wider one', () => {
	it('lets no more through than either of them, also if the wider one counts other requests', async () => {
		await fc.assert(
			fc.asyncProperty(traffic, traffic, async (batches, others) => {
				const { time, of } = nested();
				const isBatch = (index: number) => index < batches.length;
				const log = await drive((index) => of(isBatch(index) ? 'batches' : 'writes'), time, [...batches, ...others]);
				expect(log.admitted).toHaveLength(batches.length + others.length);
				const batched = log.counted.filter((_, place) => isBatch(log.countedRequests[place] ?? Infinity));
				expect(batched).toHaveLength(batches.length);
				expect(busiestWindow(batched, MINUTE)).toBeLessThanOrEqual(limits.batches.requests);
				expect(busiestWindow(log.counted, MINUTE)).toBeLessThanOrEqual(limits.writes.requests);
			}),
			{ numRuns: 40 },
		);
	});

	it('frees its own place if the wider one has none', async () => {
		const { time, of } = nested();
		of('writes').pause(time.now() + 30_000);
		const hasty = { ...patient, maxWaitMs: 0 };
		for (let attempt = 0; attempt < 10; attempt++) {
			expect(await time.run(of('batches').acquire(hasty))).toMatchObject({ resetAt: expect.any(Number) });
		}
		await time.run(time.sleep(30_000));
		expect(await time.run(of('batches').acquire(hasty))).toBe('admitted');
	});

	it('closes both after a refusal, and applies announced quotas only to itself', async () => {
		const { time, of } = nested();
		await time.run(of('batches').acquire(patient));
		of('batches').release(response(200, {}, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '30' }));
		const hasty = { ...patient, maxWaitMs: 0 };
		expect(await time.run(of('writes').acquire(hasty))).toBe('admitted');
		of('batches').pause(time.now() + 40_000);
		expect(await time.run(of('writes').acquire(hasty))).toMatchObject({ resetAt: time.now() + 40_000 });
	});
});

describe('the limits of an account', () => {
	it('are the documented ones, or those of the credential for limits by the minute', () => {
		const documented = {
			minute: { requests: 60, perSeconds: 60, inFlight: 7 },
			hour: { requests: 500, perSeconds: 3_600 },
		};
		expect(accountLimits(documented, undefined)).toBe(documented);
		expect(accountLimits(documented, 120)).toEqual({
			minute: { requests: 120, perSeconds: 60, inFlight: 7 },
			hour: documented.hour,
		});
	});

	it('name only existing wider limits', () => {
		const names = Object.keys(kakiyo.limits);
		for (const { within } of everyOne(Object.values(kakiyo.limits)))
			if (within !== undefined) expect(names).toContain(within);
	});
});
