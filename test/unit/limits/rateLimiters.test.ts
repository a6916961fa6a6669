import { describe, expect, it } from '@jest/globals';
import { RateLimiters } from '../../../nodes/shared/limits/rateLimiters';
import { ManualTime } from '../support/manualTime';
import { response } from '../support/wire';
import { patient } from './support/traffic';

const HOUR = 3_600_000;
const limit = { requests: 60, perSeconds: 60 };

function registry() {
	const time = new ManualTime();
	const limiters = new RateLimiters(time);
	return {
		time,
		limiters,
		async answer(account: string, tier: string, headers: Record<string, string> = {}) {
			const limiter = limiters.of(account, tier, limit);
			await limiter.acquire(patient);
			limiter.release(response(200, {}, headers));
		},
		passes: async (milliseconds: number) => await time.run(time.sleep(milliseconds)),
	};
}

const left = (remaining: number) => ({ 'x-ratelimit-remaining': String(remaining), 'x-ratelimit-reset': '30' });

describe('the rate limiters of a process', () => {
	it('are one for each account and limit', () => {
		const { limiters } = registry();
		const high = limiters.of('a', 'high', limit);
		expect(limiters.of('a', 'high', limit)).toBe(high);
		expect(limiters.of('a', 'low', limit)).not.toBe(high);
		expect(limiters.of('b', 'high', limit)).not.toBe(high);
	});

	it('start afresh with a new key', async () => {
		const { time, limiters } = registry();
		limiters.of('digest of the old key', 'high', limit).pause(time.now() + HOUR);
		const start = time.now();
		const next = limiters.of('digest of the new key', 'high', limit);
		expect(await time.run(next.acquire({ ...patient, maxWaitMs: 0 }))).toBe('admitted');
		expect(time.now()).toBe(start);
	});

	it('accept another number of requests, and continue to count', async () => {
		const { limiters, answer, time } = registry();
		for (let request = 0; request < 5; request++) await answer('a', 'high');
		const start = time.now();
		const limiter = limiters.of('a', 'high', { requests: 5, perSeconds: 60 });
		expect(await time.run(limiter.acquire({ ...patient, maxWaitMs: 0 }))).toMatchObject({
			resetAt: expect.any(Number),
		});
		expect(await time.run(limiters.of('a', 'high', { requests: 6, perSeconds: 60 }).acquire(patient))).toBe('admitted');
		expect(time.now()).toBe(start);
	});

	it('show the tightest of several announced quotas', async () => {
		const { limiters, answer, time } = registry();
		expect(limiters.announcedQuota('a')).toBeUndefined();
		await answer('a', 'high', left(40));
		await answer('a', 'low', left(3));
		await answer('a', 'medium', left(20));
		await answer('b', 'low', left(1));
		expect(limiters.announcedQuota('a')).toEqual({ remaining: 3, resetAt: time.now() + 30_000 });
	});

	it('are dropped after a long idle time, so that they do not accumulate', async () => {
		const { limiters, answer, passes } = registry();
		for (let key = 0; key < 50; key++) {
			await answer(`key ${key}`, 'high');
			await passes(2 * HOUR);
		}
		expect(limiters.size).toBeLessThanOrEqual(2);
	});

	it('are kept as long as they may be in use or hold data', async () => {
		const { time, limiters, passes } = registry();
		const daily = { requests: 2, perSeconds: 86_400 };
		const inFlight = limiters.of('in flight', 'all', daily);
		const counting = limiters.of('counting', 'all', daily);
		const paused = limiters.of('paused', 'all', daily);
		const announcing = limiters.of('announcing', 'all', undefined);
		const fresh = limiters.of('fresh', 'all', daily);
		for (const limiter of [inFlight, counting, announcing]) await limiter.acquire(patient);
		counting.releaseWithoutAnswer();
		paused.pause(time.now() + 10 * HOUR);
		await passes(HOUR - 1);
		announcing.release(response(200, {}, { 'x-ratelimit-remaining': '5', 'x-ratelimit-reset': '3600' }));
		limiters.of('new', 'all', daily);
		await passes(2);
		limiters.of('newer', 'all', daily);
		expect(limiters.of('in flight', 'all', daily)).toBe(inFlight);
		expect(limiters.of('counting', 'all', daily)).toBe(counting);
		expect(limiters.of('paused', 'all', daily)).toBe(paused);
		expect(limiters.of('announcing', 'all', undefined)).toBe(announcing);
		expect(limiters.of('fresh', 'all', daily)).not.toBe(fresh);
	});

	it('are kept for an hour even without data, for a request that holds one between two tries', async () => {
		const { limiters, passes } = registry();
		const fresh = limiters.of('fresh', 'all', limit);
		await passes(HOUR - 1);
		limiters.of('new', 'all', limit);
		expect(limiters.of('fresh', 'all', limit)).toBe(fresh);
		await passes(2);
		limiters.of('newer', 'all', limit);
		expect(limiters.of('fresh', 'all', limit)).toBe(fresh);
	});
});
