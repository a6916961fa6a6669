import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RateLimiter, type Acquisition, type Admission } from '../../../nodes/shared/limits/rateLimiter';
import { ManualTime } from '../support/manualTime';
import { response } from '../support/wire';
import { busiestWindow, drive, patient, type ModelRequest } from './support/traffic';

const MINUTE = 60_000;

const modelRequest: fc.Arbitrary<ModelRequest> = fc.record({
	run: fc.nat(3),
	urgent: fc.boolean(),
	arrivesAfter: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 8_000 })),
	answerTakes: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 5_000 })),
	countedAt: fc.integer({ min: 0, max: 100 }),
	isLost: fc.boolean(),
});
const traffic = fc.array(modelRequest, { minLength: 1, maxLength: 30 });
const limits = fc.record({
	requests: fc.integer({ min: 1, max: 8 }),
	perSeconds: fc.integer({ min: 1, max: 3 }),
	inFlight: fc.integer({ min: 1, max: 6 }),
});

const quota = (remaining: number, resetSeconds: number) =>
	response(200, {}, { 'x-ratelimit-remaining': String(remaining), 'x-ratelimit-reset': String(resetSeconds) });

/** A limiter that can be told about requests without a vendor. */
function limiterWith(requests: number | undefined, inFlight = 5) {
	const time = new ManualTime();
	const limiter = new RateLimiter(requests === undefined ? undefined : { requests, perSeconds: 60, inFlight }, time);
	const acquire = async (acquisition: Partial<Acquisition> = {}) =>
		await time.run(limiter.acquire({ ...patient, ...acquisition }));
	return {
		time,
		limiter,
		acquire,
		/** Sends requests that are answered at once. */
		async pass(count: number, answer = response(200)) {
			for (let n = 0; n < count; n++) {
				await acquire();
				limiter.release(answer);
			}
		},
	};
}

describe('a rate limiter', () => {
	it('never lets the vendor count more than the limit in any window, nor more than fit in flight', async () => {
		await fc.assert(
			fc.asyncProperty(traffic, limits, async (all, limit) => {
				const time = new ManualTime();
				const log = await drive(new RateLimiter(limit, time), time, all);
				expect(busiestWindow(log.counted, limit.perSeconds * 1_000)).toBeLessThanOrEqual(limit.requests);
				expect(log.peakInFlight).toBeLessThanOrEqual(limit.inFlight);
			}),
		);
	});

	it('admits all, those of one run first come, first served', async () => {
		await fc.assert(
			fc.asyncProperty(traffic, fc.option(limits, { nil: undefined }), async (all, limit) => {
				const time = new ManualTime();
				const log = await drive(new RateLimiter(limit, time), time, all);
				expect(log.admitted).toHaveLength(all.length);
				for (const [urgent, run] of [0, 1, 2, 3].flatMap((n): Array<[boolean, number]> => [
					[true, n],
					[false, n],
				])) {
					const ofRun = (ids: number[]) => ids.filter((id) => all[id]?.run === run && all[id]?.urgent === urgent);
					expect(ofRun(log.admitted)).toEqual(ofRun(log.came));
				}
			}),
		);
	});

	it('has five requests in flight at once, unless the limit says otherwise', async () => {
		const request = { arrivesAfter: 0, answerTakes: 100, countedAt: 50 };
		const all = Array.from({ length: 20 }, () => request);
		const peak = async (inFlight?: number) => {
			const time = new ManualTime();
			return (await drive(new RateLimiter({ requests: 100, perSeconds: 60, inFlight }, time), time, all)).peakInFlight;
		};
		expect([await peak(), await peak(2), await peak(12)]).toEqual([5, 2, 12]);
		const time = new ManualTime();
		expect((await drive(new RateLimiter(undefined, time), time, all)).peakInFlight).toBe(5);
	});

	it('lets a burst up to the limit out at full speed', async () => {
		const { time, pass, acquire } = limiterWith(15);
		const start = time.now();
		await pass(15);
		expect(time.now()).toBe(start);
		await acquire();
		expect(time.now()).toBe(start + MINUTE);
	});

	it('answers at once with the reset when that is beyond Max Wait', async () => {
		const { time, pass, acquire } = limiterWith(2);
		const start = time.now();
		await pass(2);
		expect(await acquire({ maxWaitMs: MINUTE - 1 })).toEqual({ resetAt: start + MINUTE });
		expect(time.now()).toBe(start);
		expect(await acquire({ maxWaitMs: MINUTE })).toBe('admitted');
	});

	it('bounds by Max Wait the wait for a reset, not the turn in line', async () => {
		const { time, limiter } = limiterWith(undefined, 1);
		const start = time.now();
		const all = Array.from({ length: 20 }, async () => {
			const admission = await limiter.acquire({ ...patient, maxWaitMs: 1_000 });
			await time.sleep(900);
			limiter.release(response(200));
			return admission;
		});
		expect(new Set(await time.run(Promise.all(all)))).toEqual(new Set(['admitted']));
		expect(time.now() - start).toBe((20 / 5) * 900);
	});

	it('does not count requests that it refused itself, or that were cancelled', async () => {
		const { time, pass, limiter, acquire } = limiterWith(1);
		await pass(1);
		const start = time.now();
		await acquire({ maxWaitMs: 1 });
		await acquire({ cancelled: () => true });
		await acquire();
		expect(time.now()).toBe(start + MINUTE);
		limiter.releaseWithoutAnswer();
	});

	it('does not count requests that the vendor refused by its limit', async () => {
		const { time, limiter, acquire } = limiterWith(1);
		const start = time.now();
		await acquire();
		limiter.release(response(429));
		expect(await acquire()).toBe('admitted');
		expect(time.now()).toBe(start);
	});

	it('waits for the end of its window after a refusal without a time, if it has counted in it', async () => {
		const { time, limiter, pass } = limiterWith(5);
		const start = time.now();
		await pass(1);
		await time.run(time.sleep(20_000));
		await pass(1);
		expect(limiter.pauseWithoutTime(time.now())).toBe(start + MINUTE);
		await time.run(time.sleep(50_000));
		expect(limiter.pauseWithoutTime(time.now() + MINUTE)).toBe(time.now() + MINUTE);
	});

	it('waits as long as it is told to after a refusal without a time, if there is no documented limit', () => {
		const { time, limiter } = limiterWith(undefined);
		expect(limiter.pauseWithoutTime(time.now() + 5_000)).toBe(time.now() + 5_000);
	});
});

describe('turns at a limit', () => {
	/** A job waits before a limit that is used up, then two rows come. Which places they get of those that are free next. */
	async function placesOf(later: Partial<Acquisition>, oneByOne: boolean): Promise<number[]> {
		const time = new ManualTime();
		const limiter = new RateLimiter({ requests: 15, perSeconds: 2 }, time);
		for (let n = 0; n < 15; n++) {
			await limiter.acquire(patient);
			limiter.release(response(200));
		}
		const admitted: unknown[] = [];
		const send = async (acquisition: Partial<Acquisition>) => {
			await limiter.acquire({ ...patient, ...acquisition });
			admitted.push(acquisition.run);
			await time.sleep(100);
			limiter.release(response(200));
		};
		for (let row = 0; row < 5_000; row++) void send({ run: 'job' });
		const sendLater = async () => await send({ run: 'later', ...later });
		const first = sendLater();
		if (oneByOne) await time.run(first);
		await time.run(Promise.all([first, sendLater()]));
		return admitted.flatMap((run, place) => (run === 'later' ? [place] : []));
	}

	it('give a run of two rows its places next to those of a job of 5,000', async () => {
		expect(await placesOf({}, false)).toEqual([1, 3]);
	});

	it('give a run that sends one row after another its second place as soon as it comes', async () => {
		const [first, second] = await placesOf({}, true);
		expect(first).toBe(1);
		// Until its answer comes the job fills the five in flight, at most twice.
		expect(second).toBeLessThanOrEqual(10);
	});

	it('give an urgent request the very next place', async () => {
		expect(await placesOf({ urgent: true }, false)).toEqual([0, 1]);
	});

	it('cost the same for each row of a long job', async () => {
		const { time, limiter } = limiterWith(undefined);
		let asked = 0;
		const cancelled = () => {
			asked += 1;
			return false;
		};
		const rows = Array.from({ length: 5_000 }, async () => {
			await limiter.acquire({ ...patient, cancelled });
			limiter.release(response(200));
		});
		await time.run(Promise.all(rows));
		expect(asked).toBeLessThanOrEqual(5 * 5_000);
	});
});

describe('pauses', () => {
	it('hold back all requests, also those that wait already', async () => {
		const { time, limiter, acquire } = limiterWith(1);
		await acquire();
		limiter.release(response(429));
		limiter.pause(time.now() + MINUTE);
		const waiting = limiter.acquire(patient);
		const pausedUntil = time.now() + 1.5 * MINUTE;
		const later = time.sleep(MINUTE / 2).then(() => limiter.pause(pausedUntil));
		await time.run(Promise.all([waiting, later]));
		expect(time.now()).toBe(pausedUntil);
	});

	it('are not shortened by a shorter one', async () => {
		const { time, limiter, acquire } = limiterWith(undefined);
		const until = time.now() + MINUTE;
		limiter.pause(until);
		limiter.pause(time.now() + 1_000);
		await acquire();
		expect(time.now()).toBe(until);
	});

	it('let no request out between a refusal and its pause', async () => {
		const { time, limiter, acquire } = limiterWith(undefined, 1);
		for (let n = 0; n < 5; n++) await acquire();
		const waiting = limiter.acquire(patient);
		limiter.release(response(429));
		const until = time.now() + 10_000;
		limiter.pause(until);
		await time.run(waiting);
		expect(time.now()).toBe(until);
	});

	it('open for all at once when they are over', async () => {
		const { time, limiter } = limiterWith(undefined);
		const start = time.now();
		limiter.pause(start + 10_000);
		const all = [1, 2, 3].map(async () => {
			await limiter.acquire(patient);
			return time.now() - start;
		});
		expect(await time.run(Promise.all(all))).toEqual([10_000, 10_000, 10_000]);
	});
});

describe('the quota that the vendor announces', () => {
	it('closes a limiter that would be open by the documented limit', async () => {
		const { time, pass, acquire } = limiterWith(100);
		const start = time.now();
		await pass(1, quota(0, 30));
		await acquire();
		expect(time.now()).toBe(start + 30_000);
	});

	it('opens a limiter that would be closed by the documented limit', async () => {
		const { time, pass, acquire } = limiterWith(1);
		const start = time.now();
		await pass(1, quota(4, 30));
		expect(await acquire()).toBe('admitted');
		expect(time.now()).toBe(start);
	});

	it('counts requests on the way', async () => {
		const { time, limiter, pass } = limiterWith(1_000, 10);
		const start = time.now();
		await pass(1, quota(3, 30));
		const all = [1, 2, 3, 4].map(async () => {
			await limiter.acquire(patient);
			return time.now() - start;
		});
		expect(await time.run(Promise.all(all))).toEqual([0, 0, 0, 30_000]);
	});

	it('is read as not counting requests on the way, when it is the first', async () => {
		const { time, limiter, acquire } = limiterWith(undefined);
		const start = time.now();
		for (let n = 0; n < 3; n++) await acquire();
		limiter.release(quota(3, 30));
		expect(limiter.announced()).toEqual({ remaining: 1, resetAt: start + 30_000 });
	});

	/** A quota whose reset is a point in time of the vendor, in an answer that took a while to arrive. */
	const quotaUntil = (remaining: number, resetAt: number, sentAt: number) =>
		response(
			200,
			{},
			{
				'x-ratelimit-remaining': String(remaining),
				'x-ratelimit-reset': String(Math.ceil(resetAt / 1_000)),
				date: new Date(sentAt).toUTCString(),
			},
		);

	it('of a new window counts, although the first answer of the one before was long on its way', async () => {
		const { time, limiter, acquire } = limiterWith(500);
		const start = time.now();
		const first = await acquire();
		await time.run(time.sleep(8_000));
		limiter.release(quotaUntil(2, start + 60_000, start));
		await acquire();
		limiter.release(quotaUntil(400, start + 65_000, time.now()));
		expect([first, limiter.announced()?.remaining]).toEqual(['admitted', 400]);
	});

	it('resets at the time of the quickest answer, not of the first', async () => {
		const { time, limiter, acquire } = limiterWith(500);
		const start = time.now();
		await acquire();
		await time.run(time.sleep(8_000));
		limiter.release(quotaUntil(1, start + 60_000, start));
		await acquire();
		limiter.release(quotaUntil(0, start + 60_000, time.now()));
		expect(limiter.announced()).toEqual({ remaining: 0, resetAt: start + 60_000 });
	});

	it('of one window is one, even if an answer comes late', async () => {
		const { time, limiter, acquire } = limiterWith(500);
		const start = time.now();
		await acquire();
		await acquire();
		limiter.release(quotaUntil(0, start + 60_000, start));
		await time.run(time.sleep(8_000));
		limiter.release(quotaUntil(1, start + 60_000, start));
		expect(limiter.announced()?.remaining).toBe(0);
	});

	it('is never shown as negative', async () => {
		const { limiter, acquire } = limiterWith(undefined);
		for (let n = 0; n < 4; n++) await acquire();
		limiter.release(quota(1, 30));
		expect(limiter.announced()?.remaining).toBe(0);
	});

	it('belongs to the same window although its reset is rounded to whole seconds', async () => {
		const { time, limiter, acquire } = limiterWith(undefined);
		const start = time.now();
		await acquire();
		await acquire();
		limiter.release(quota(0, 30));
		await time.run(time.sleep(900));
		limiter.release(quota(9, 30));
		await acquire();
		expect(time.now()).toBe(start + 30_000);
	});

	it('makes the documented limit count from 0 after its reset', async () => {
		const { time, pass } = limiterWith(2);
		const start = time.now();
		await pass(1);
		await pass(1, quota(0, 10));
		await pass(2);
		expect(time.now()).toBe(start + 10_000);
	});

	it('is not read from a refusal', async () => {
		const { time, limiter, acquire } = limiterWith(undefined);
		const start = time.now();
		await acquire();
		limiter.release({ ...quota(0, 30), status: 429 });
		limiter.pause(start + 2_000);
		await acquire();
		expect(time.now()).toBe(start + 2_000);
		expect(limiter.announced()).toBeUndefined();
	});

	it('does not shorten a pause', async () => {
		const { time, limiter, acquire } = limiterWith(undefined);
		const start = time.now();
		await acquire();
		limiter.release(quota(0, 10));
		limiter.pause(start + 30_000);
		expect(await acquire({ maxWaitMs: 20_000 })).toEqual({ resetAt: start + 30_000 });
		expect(time.now()).toBe(start);
		await acquire();
		expect(time.now()).toBe(start + 30_000);
	});

	it('is not raised by an answer that was overtaken', async () => {
		const { time, limiter, acquire } = limiterWith(undefined);
		const start = time.now();
		await acquire();
		await acquire();
		limiter.release(quota(0, 30));
		limiter.release(quota(1, 30));
		await acquire();
		expect(time.now()).toBe(start + 30_000);
	});

	it('starts from 0 after the reset', async () => {
		const { time, pass } = limiterWith(undefined);
		await pass(1, quota(0, 30));
		await pass(1, quota(9, 30));
		const start = time.now();
		for (let remaining = 8; remaining > 0; remaining--) await pass(1, quota(remaining, 30));
		expect(time.now()).toBe(start);
	});

	it('is shown until its reset', async () => {
		const { time, limiter, pass } = limiterWith(undefined);
		expect(limiter.announced()).toBeUndefined();
		const resetAt = time.now() + 30_000;
		await pass(1, quota(7, 30));
		expect(limiter.announced()).toEqual({ remaining: 7, resetAt });
		await time.run(time.sleep(30_000));
		expect(limiter.announced()).toBeUndefined();
	});

	const WINDOW = 3_000;
	const REQUESTS = 8;

	/** A vendor whose limit only its headers tell, in fixed windows from the epoch on. */
	async function countedPerWindow(all: ModelRequest[]): Promise<number> {
		const time = new ManualTime(WINDOW * 566_666_667);
		const used = new Map<number, number>();
		await drive(new RateLimiter(undefined, time), time, all, (now) => {
			const window = Math.floor(now / WINDOW);
			used.set(window, (used.get(window) ?? 0) + 1);
			const remaining = Math.max(0, REQUESTS - (used.get(window) ?? 0));
			const headers = {
				'x-ratelimit-remaining': String(remaining),
				'x-ratelimit-reset': String(((window + 1) * WINDOW) / 1_000),
			};
			return response(200, {}, headers);
		});
		return Math.max(...used.values());
	}

	it('is kept without any documented limit, as long as answers arrive', async () => {
		await fc.assert(
			fc.asyncProperty(traffic, async (all) => {
				const answered = all.map((one) => ({ ...one, isLost: false }));
				expect(await countedPerWindow(answered)).toBeLessThanOrEqual(REQUESTS);
			}),
		);
	});

	it('is kept when answers are lost', async () => {
		const { time, pass, limiter, acquire } = limiterWith(undefined);
		const start = time.now();
		await pass(1, quota(1, 30));
		await acquire();
		limiter.releaseWithoutAnswer();
		await acquire();
		expect(time.now()).toBe(start + 30_000);
	});
});

describe('a vendor that announces its quota only now and then', () => {
	it('is held to the documented limit again once the announced window is over', async () => {
		const { time, pass } = limiterWith(2);
		await pass(1, quota(1, 1));
		await time.run(time.sleep(2_000));
		const start = time.now();
		await pass(5);
		expect(time.now()).toBeGreaterThanOrEqual(start + MINUTE);
	});

	it('gets no more requests than it announced', async () => {
		const { time, pass } = limiterWith(2);
		const start = time.now();
		await pass(1, quota(3, 30));
		await pass(4);
		expect(time.now()).toBeGreaterThanOrEqual(start + 30_000);
	});
});

describe('Stop', () => {
	it('ends the first waiter within 250 ms', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 0, max: MINUTE - 1 }), fc.boolean(), async (stopAfter, inFlight) => {
				const { time, acquire, pass } = limiterWith(1);
				if (inFlight) await acquire();
				else await pass(1);
				const start = time.now();
				const cancelled = () => time.now() >= start + stopAfter;
				expect(await acquire({ cancelled })).toBe('cancelled');
				expect(time.now() - start).toBeLessThanOrEqual(stopAfter + 250);
			}),
			{ numRuns: 20 },
		);
	});

	it('does not delay the other waiters', async () => {
		const { time, limiter, pass } = limiterWith(1);
		await pass(1);
		const start = time.now();
		const ends = [
			limiter.acquire({ ...patient, cancelled: () => true }),
			limiter.acquire({ ...patient, maxWaitMs: 5 }),
			limiter.acquire(patient),
		];
		expect(await time.run(Promise.all(ends))).toEqual(['cancelled', { resetAt: start + MINUTE }, 'admitted']);
		expect(time.now()).toBe(start + MINUTE);
	});
});

describe('behind a waiter with a long Max Wait', () => {
	/** When the second in line hears, after the start. */
	async function secondHearsAfter(second: Partial<Acquisition>): Promise<[Admission, number]> {
		const { time, limiter, pass } = limiterWith(1);
		await pass(1);
		const start = time.now();
		const first = limiter.acquire(patient).then(() => limiter.releaseWithoutAnswer());
		const hearing = limiter
			.acquire({ ...patient, ...second })
			.then((end): [Admission, number] => [end, time.now() - start]);
		const heard = await time.run(hearing);
		await time.run(first);
		return heard;
	}

	it('Stop is obeyed within 250 ms', async () => {
		let asked = 0;
		const [end, after] = await secondHearsAfter({ cancelled: () => (asked += 1) > 1 });
		expect(end).toBe('cancelled');
		expect(after).toBeLessThanOrEqual(250);
	});

	it('a wait beyond Max Wait is refused at once', async () => {
		const [end, after] = await secondHearsAfter({ maxWaitMs: 5_000 });
		expect(end).toHaveProperty('resetAt');
		expect(after).toBe(0);
	});

	it('a wait that a pause makes too long ends within 250 ms', async () => {
		const { time, limiter, acquire } = limiterWith(undefined);
		for (let n = 0; n < 5; n++) await acquire();
		const start = time.now();
		const first = limiter.acquire(patient);
		const second = limiter.acquire({ ...patient, maxWaitMs: 5_000 });
		limiter.release(response(429));
		limiter.pause(start + 30_000);
		expect(await time.run(second)).toEqual({ resetAt: start + 30_000 });
		expect(time.now() - start).toBeLessThanOrEqual(250);
		await time.run(first);
		expect(time.now() - start).toBe(30_000);
	});
});
