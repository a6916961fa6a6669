import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RateLimiter, type Acquisition, type Admission } from '../../../nodes/shared/limits/rateLimiter';
import { ManualTime } from '../support/manualTime';
import { response } from '../support/wire';
import { SettableTime } from './support/settableTime';
import { patient } from './support/traffic';
import { everyOne } from '../../support/everyOne';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const said = (remaining: string, reset: string) =>
	response(200, {}, { 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset });

/** A limiter by a clock that can be set, and what happens to requests on it, in the time that really passes. */
function limiterOf(requests: number | 'none' = 15) {
	const real = new ManualTime();
	const time = new SettableTime(real);
	const limiter = new RateLimiter(requests === 'none' ? undefined : { requests, perSeconds: 60 }, time);
	const start = real.now();
	const acquire = async (acquisition: Partial<Acquisition> = {}) =>
		await real.run(limiter.acquire({ ...patient, ...acquisition }));
	return {
		real,
		time,
		limiter,
		acquire,
		passed: () => real.now() - start,
		pass: async (answer = response(200)) => {
			await acquire();
			limiter.release(answer);
		},
		/** A refusal that asks for a pause. */
		refuse(pauseMs: number) {
			limiter.release(response(429));
			limiter.pause(time.now() + pauseMs);
		},
		/** Lets so many wait, and notes when each is admitted. */
		waiting(count: number) {
			const admittedAfter: number[] = [];
			for (let n = 0; n < count; n++) {
				void limiter.acquire(patient).then(() => admittedAfter.push(real.now() - start));
			}
			return admittedAfter;
		},
		pause: async (milliseconds: number) => await real.run(real.sleep(milliseconds)),
	};
}

describe('a reset that is farther away than it can be', () => {
	it.each<[string, number | 'none', string, number]>([
		['an hour, for a window of a minute', 15, '3600', MINUTE],
		['a span in milliseconds', 15, '60000', MINUTE],
		['a point in the year 2286', 15, '9999999999', MINUTE],
		['a day, where no window is documented', 'none', '86400', HOUR],
	])('closes for one window only: %s', async (_, requests, reset, closedMs) => {
		const { pass, acquire, passed } = limiterOf(requests);
		await pass(said('0', reset));
		expect(await acquire()).toBe('admitted');
		expect(passed()).toBe(closedMs);
	});

	it.each([
		['an hour', HOUR],
		['ten years, as a proxy says', 3_650 * DAY],
		['longer than numbers go', Infinity],
	])('pauses for one window only: %s', async (_, pauseMs) => {
		const { acquire, refuse, passed } = limiterOf();
		await acquire();
		refuse(pauseMs);
		expect(await acquire()).toBe('admitted');
		expect(passed()).toBe(MINUTE);
	});

	it('is believed when it can be true', async () => {
		const { pass, acquire, passed, waiting, pause } = limiterOf();
		await pass(said('0', '59'));
		const admittedAfter = waiting(3);
		await acquire();
		await pause(0);
		expect(passed()).toBe(59_000);
		expect(admittedAfter).toEqual([59_000, 59_000, 59_000]);
	});

	it('is shown at once as the vendor named it, when it is beyond Max Wait', async () => {
		const byHeader = limiterOf();
		const resetAt = byHeader.time.now() + HOUR;
		await byHeader.pass(said('0', '3600'));
		expect(await byHeader.acquire({ maxWaitMs: 5 * MINUTE })).toEqual({ resetAt });
		expect(byHeader.limiter.announced()).toEqual({ remaining: 0, resetAt });
		const byPause = limiterOf();
		await byPause.acquire();
		byPause.refuse(HOUR);
		expect(await byPause.acquire({ maxWaitMs: 5 * MINUTE })).toEqual({ resetAt });
		expect([byHeader.passed(), byPause.passed()]).toEqual([0, 0]);
	});

	it('with requests left closes nothing, and the documented limit counts after one window', async () => {
		const { pass, passed, pause, waiting } = limiterOf(2);
		await pass(said('100', '36000'));
		for (let n = 0; n < 10; n++) await pass();
		expect(passed()).toBe(0);
		await pause(MINUTE);
		const admittedAfter = waiting(3);
		await pause(1);
		expect(admittedAfter).toHaveLength(2);
	});

	it('does not clear the requests that the vendor has counted', async () => {
		const { pass, pause, waiting, acquire, limiter } = limiterOf(2);
		await pass(said('5', '36000'));
		await pause(MINUTE - 1_000);
		await acquire();
		limiter.releaseWithoutAnswer();
		await pause(1_000);
		const admittedAfter = waiting(2);
		await pause(1);
		expect(admittedAfter).toHaveLength(1);
	});

	it('belongs to the same window when it is named again, and to a new one when it is later', async () => {
		const { pass, limiter } = limiterOf();
		await pass(said('10', '3600'));
		await pass(said('50', '3500'));
		expect(limiter.announced()?.remaining).toBe(9);
		await pass(said('50', '3700'));
		expect(limiter.announced()?.remaining).toBe(50);
	});
});

describe('the probe', () => {
	/** A limiter that was closed too far away; the probe has just gone out, and three wait. */
	async function probing() {
		const limited = limiterOf();
		await limited.acquire();
		limited.refuse(DAY);
		await limited.acquire();
		const admittedAfter = limited.waiting(3);
		await limited.pause(10_000);
		return { ...limited, admittedAfter };
	}

	it('is one request; the others wait for its answer and leave when it is good', async () => {
		const { admittedAfter, limiter, pause } = await probing();
		expect(admittedAfter).toEqual([]);
		limiter.release(response(200));
		await pause(0);
		expect(admittedAfter).toEqual([70_000, 70_000, 70_000]);
	});

	it('is one request after an exhausted quota too', async () => {
		const { pass, acquire, waiting, pause, limiter } = limiterOf();
		await pass(said('0', '60000'));
		await acquire();
		const admittedAfter = waiting(3);
		await pause(1_000);
		expect(admittedAfter).toEqual([]);
		limiter.release(said('14', '60000'));
		await pause(0);
		expect(admittedAfter).toEqual([61_000, 61_000, 61_000]);
	});

	it('closes the limit for one more window when it is refused, and then one request leaves again', async () => {
		const { admittedAfter, refuse, limiter, pause } = await probing();
		refuse(DAY);
		await pause(10 * MINUTE);
		expect(admittedAfter).toEqual([130_000]);
		limiter.release(response(200));
		await pause(0);
		expect(admittedAfter).toHaveLength(3);
	});

	it('is followed by another single one when it is refused for a short time, or gets no answer', async () => {
		const refused = await probing();
		refused.refuse(1_000);
		await refused.pause(5_000);
		expect(refused.admittedAfter).toEqual([71_000]);
		const lost = await probing();
		lost.limiter.releaseWithoutAnswer();
		await lost.pause(5_000);
		expect(lost.admittedAfter).toEqual([70_000]);
	});

	it('does not wait for requests that went out before', async () => {
		const { acquire, refuse, passed } = limiterOf();
		await acquire();
		await acquire();
		refuse(DAY);
		await acquire();
		expect(passed()).toBe(MINUTE);
	});

	it('is not needed when the named time has passed meanwhile', async () => {
		const { acquire, refuse, waiting, pause } = limiterOf();
		await acquire();
		refuse(HOUR);
		await pause(HOUR);
		const admittedAfter = waiting(3);
		await pause(1);
		expect(admittedAfter).toHaveLength(3);
	});

	it('does not count as a wait for a reset under Max Wait', async () => {
		const { limiter, pause } = await probing();
		let end: Admission | undefined;
		void limiter.acquire({ ...patient, maxWaitMs: 1 }).then((admission) => (end = admission));
		await pause(1_000);
		expect(end).toBeUndefined();
		limiter.release(response(200));
		await pause(0);
		expect(end).toBe('admitted');
	});
});

describe('a clock set back', () => {
	it.each([
		['while nothing waits', false],
		['while a request waits', true],
	])('locks out for one window at most: %s', async (_, isWaiting) => {
		const closings: Array<(limited: ReturnType<typeof limiterOf>) => Promise<void>> = [
			async ({ pass }) => {
				for (let n = 0; n < 15; n++) await pass();
			},
			async ({ pass }) => await pass(said('0', '50')),
			async ({ acquire, refuse }) => {
				await acquire();
				refuse(50_000);
			},
		];
		for (const close of everyOne(closings)) {
			const limited = limiterOf();
			await close(limited);
			await limited.pause(1_000);
			const admittedAfter = isWaiting ? limited.waiting(1) : [];
			await limited.pause(9_000);
			limited.time.set(-DAY);
			if (!isWaiting) expect(await limited.acquire()).toBe('admitted');
			else await limited.pause(2 * MINUTE);
			// Only the time since the clock was last read is lost: 10 s, or 200 ms when a request waits.
			expect(isWaiting ? admittedAfter[0] : limited.passed()).toBeLessThanOrEqual(isWaiting ? MINUTE + 200 : 70_000);
		}
	});

	it('does not change later answers', async () => {
		const { pass, time, acquire, refuse, passed } = limiterOf();
		await pass();
		time.set(-DAY);
		await pass(said('0', '30'));
		await acquire();
		expect(passed()).toBe(30_000);
		refuse(20_000);
		await acquire();
		expect(passed()).toBe(50_000);
	});

	it('does not change the end of our window', async () => {
		const { pass, time, limiter } = limiterOf();
		await pass();
		time.set(-DAY);
		expect(limiter.pauseWithoutTime(time.now())).toBe(time.now() + MINUTE);
	});

	it('shows a reset by the present clock', async () => {
		const { pass, time, acquire } = limiterOf();
		await pass(said('0', '50'));
		time.set(-DAY);
		expect(await acquire({ maxWaitMs: 1 })).toEqual({ resetAt: time.now() + 50_000 });
	});

	it('does not lock out the account if a vendor with a right clock sends no Date header', async () => {
		const { pass, time, acquire, passed } = limiterOf();
		const reset = Math.ceil((time.now() + 30_000) / 1_000);
		time.set(-DAY);
		await pass(said('0', String(reset)));
		await acquire();
		expect(passed()).toBe(MINUTE);
	});
});

describe('for any announcements of a vendor and any changes of the clock', () => {
	const word = fc.oneof(
		fc.record({ pauseMs: fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.integer({ min: 0, max: 2 * MINUTE })) }),
		fc.record({ remaining: fc.integer({ min: -1, max: 3 }), reset: fc.oneof(fc.nat(120), fc.maxSafeNat()) }),
		fc.record({ setBy: fc.integer({ min: -2 * DAY, max: 2 * DAY }) }),
		fc.record({ passes: fc.integer({ min: 0, max: 2 * MINUTE }) }),
	);

	it('the next request goes out within one window', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 8 }), async (words) => {
				const { real, time, limiter, acquire, pause } = limiterOf(3);
				for (const one of words) {
					if ('setBy' in one) time.set(one.setBy);
					else if ('passes' in one) await pause(one.passes);
					else {
						const before = real.now();
						expect(await acquire()).toBe('admitted');
						expect(real.now() - before).toBeLessThanOrEqual(MINUTE);
						if ('pauseMs' in one) {
							limiter.release(response(429));
							limiter.pause(time.now() + one.pauseMs);
						} else {
							limiter.release(said(String(one.remaining), String(one.reset)));
						}
					}
				}
				const before = real.now();
				expect(await acquire()).toBe('admitted');
				expect(real.now() - before).toBeLessThanOrEqual(MINUTE);
			}),
		);
	});
});
