import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Lane, type Admission } from '../../../nodes/shared/limits/lane';
import { ManualTime } from '../support/manualTime';
import { busiestWindow, drive, type Traveller } from '../support/traffic';
import { response } from '../support/wire';

const patient = { maxWaitMs: Infinity, cancelled: () => false };
const MINUTE = 60_000;

const traveller: fc.Arbitrary<Traveller> = fc.record({
	arrivesAfter: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 8_000 })),
	answerTakes: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 5_000 })),
	countedAt: fc.integer({ min: 0, max: 100 }),
	isLost: fc.boolean(),
});
const travellers = fc.array(traveller, { minLength: 1, maxLength: 30 });
const limits = fc.record({ requests: fc.integer({ min: 1, max: 8 }), perSeconds: fc.integer({ min: 1, max: 3 }) });

const quota = (remaining: number, resetSeconds: number) =>
	response(200, {}, { 'x-ratelimit-remaining': String(remaining), 'x-ratelimit-reset': String(resetSeconds) });

/** A lane on which requests can be told about without a vendor. */
function laneWith(requests: number | undefined, maxInFlight = 5) {
	const time = new ManualTime();
	const lane = new Lane(requests === undefined ? undefined : { requests, perSeconds: 60 }, maxInFlight, time);
	const enter = async (limits = patient) => await time.run(lane.enter(limits));
	return {
		time,
		lane,
		enter,
		/** Sends requests that are answered at once. */
		async pass(count: number, answer = response(200)) {
			for (let n = 0; n < count; n++) {
				await enter();
				lane.leave(answer);
			}
		},
	};
}

describe('a lane', () => {
	it('never lets the vendor count more than the limit in any window, nor more than fit in flight', async () => {
		await fc.assert(
			fc.asyncProperty(travellers, limits, fc.integer({ min: 1, max: 6 }), async (all, limit, maxInFlight) => {
				const time = new ManualTime();
				const log = await drive(new Lane(limit, maxInFlight, time), time, all, patient);
				expect(busiestWindow(log.counted, limit.perSeconds * 1_000)).toBeLessThanOrEqual(limit.requests);
				expect(log.peakInFlight).toBeLessThanOrEqual(maxInFlight);
			}),
		);
	});

	it('admits everybody, first come, first served', async () => {
		await fc.assert(
			fc.asyncProperty(travellers, fc.option(limits, { nil: undefined }), async (all, limit) => {
				const time = new ManualTime();
				const log = await drive(new Lane(limit, 3, time), time, all, patient);
				expect(log.admitted).toHaveLength(all.length);
				expect(log.admitted).toEqual(log.came);
			}),
		);
	});

	it('lets a burst up to the limit out at full speed', async () => {
		const { time, pass, enter } = laneWith(15);
		const start = time.now();
		await pass(15);
		expect(time.now()).toBe(start);
		await enter();
		expect(time.now()).toBe(start + MINUTE);
	});

	it('answers at once with the reset when that is beyond Max Wait', async () => {
		const { time, pass, enter } = laneWith(2);
		const start = time.now();
		await pass(2);
		expect(await enter({ ...patient, maxWaitMs: MINUTE - 1 })).toEqual({ resetAt: start + MINUTE });
		expect(time.now()).toBe(start);
		expect(await enter({ ...patient, maxWaitMs: MINUTE })).toBe('admitted');
	});

	it('does not count whoever was turned away or cancelled', async () => {
		const { time, pass, lane, enter } = laneWith(1);
		await pass(1);
		const start = time.now();
		await enter({ ...patient, maxWaitMs: 1 });
		await enter({ ...patient, cancelled: () => true });
		await enter();
		expect(time.now()).toBe(start + MINUTE);
		lane.abandon();
	});
});

describe('pauses', () => {
	it('hold everybody, also those who wait already', async () => {
		const { time, lane } = laneWith(1);
		await time.run(lane.enter(patient));
		lane.leave(response(429));
		lane.pause(time.now() + MINUTE);
		const waiting = lane.enter(patient);
		const pausedUntil = time.now() + 2 * MINUTE;
		const later = time.sleep(MINUTE / 2).then(() => lane.pause(pausedUntil));
		await time.run(Promise.all([waiting, later]));
		expect(time.now()).toBe(pausedUntil);
	});

	it('are not shortened by a shorter one', async () => {
		const { time, lane, enter } = laneWith(undefined);
		const until = time.now() + MINUTE;
		lane.pause(until);
		lane.pause(time.now() + 1_000);
		await enter();
		expect(time.now()).toBe(until);
	});
});

describe('the quota that the vendor announces', () => {
	it('closes a lane that would be open by the documented limit', async () => {
		const { time, pass, enter } = laneWith(100);
		const start = time.now();
		await pass(1, quota(0, 30));
		await enter();
		expect(time.now()).toBe(start + 30_000);
	});

	it('opens a lane that would be closed by the documented limit', async () => {
		const { time, pass, enter } = laneWith(1);
		const start = time.now();
		await pass(1, quota(4, 30));
		expect(await enter()).toBe('admitted');
		expect(time.now()).toBe(start);
	});

	it('counts those on the way', async () => {
		const { time, lane, pass } = laneWith(undefined, 10);
		const start = time.now();
		await pass(1, quota(3, 30));
		const all = [1, 2, 3, 4].map(async () => {
			await lane.enter(patient);
			return time.now() - start;
		});
		expect(await time.run(Promise.all(all))).toEqual([0, 0, 0, 30_000]);
	});

	it('is not raised by an answer that was overtaken', async () => {
		const { time, pass, enter } = laneWith(undefined);
		const start = time.now();
		await pass(1, quota(0, 30));
		await pass(0);
		const other = laneWith(undefined);
		await other.enter();
		await other.enter();
		other.lane.leave(quota(0, 30));
		other.lane.leave(quota(1, 30));
		await other.enter();
		expect(other.time.now()).toBe(start + 30_000);
		expect(await enter()).toBe('admitted');
	});

	it('starts anew after the reset', async () => {
		const { time, pass } = laneWith(undefined);
		await pass(1, quota(0, 30));
		await pass(1, quota(9, 30));
		const start = time.now();
		for (let remaining = 8; remaining > 0; remaining--) await pass(1, quota(remaining, 30));
		expect(time.now()).toBe(start);
	});

	const WINDOW = 3_000;
	const REQUESTS = 8;

	/** A vendor whose limit only its headers tell, in fixed windows from the epoch on. */
	async function countedPerWindow(all: Traveller[]): Promise<number> {
		const time = new ManualTime(WINDOW * 566_666_667);
		const used = new Map<number, number>();
		await drive(new Lane(undefined, 4, time), time, all, patient, (now) => {
			const window = Math.floor(now / WINDOW);
			used.set(window, (used.get(window) ?? 0) + 1);
			const remaining = Math.max(0, REQUESTS - (used.get(window) ?? 0));
			const headers = { 'x-ratelimit-remaining': String(remaining), 'x-ratelimit-reset': String(((window + 1) * WINDOW) / 1_000) };
			return response(200, {}, headers);
		});
		return Math.max(...used.values());
	}

	it('is kept without any documented limit, as long as answers arrive', async () => {
		await fc.assert(
			fc.asyncProperty(travellers, async (all) => {
				const answered = all.map((one) => ({ ...one, isLost: false }));
				expect(await countedPerWindow(answered)).toBeLessThanOrEqual(REQUESTS);
			}),
		);
	});

	it('is kept when answers are lost', async () => {
		const { time, pass, lane, enter } = laneWith(undefined);
		const start = time.now();
		await pass(1, quota(1, 30));
		await enter();
		lane.abandon();
		await enter();
		expect(time.now()).toBe(start + 30_000);
	});
});

describe('a vendor that announces its quota only now and then', () => {
	it('is held to the documented limit again once the announced window is over', async () => {
		const { time, pass } = laneWith(2);
		await pass(1, quota(1, 1));
		await time.run(time.sleep(2_000));
		const start = time.now();
		await pass(5);
		expect(time.now()).toBeGreaterThanOrEqual(start + MINUTE);
	});

	it('is not asked more often than it announced', async () => {
		const { time, pass } = laneWith(2);
		const start = time.now();
		await pass(1, quota(3, 30));
		await pass(4);
		expect(time.now()).toBeGreaterThanOrEqual(start + 30_000);
	});
});

describe('Stop', () => {
	it('lets go of whoever is at the front within 250 ms', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 0, max: MINUTE - 1 }), fc.boolean(), async (stopAfter, inFlight) => {
				const { time, lane, pass } = laneWith(1);
				if (inFlight) await time.run(lane.enter(patient));
				else await pass(1);
				const start = time.now();
				const cancelled = () => time.now() >= start + stopAfter;
				expect(await time.run(lane.enter({ ...patient, cancelled }))).toBe('cancelled');
				expect(time.now() - start).toBeLessThanOrEqual(stopAfter + 250);
			}),
			{ numRuns: 20 },
		);
	});

	it('does not hold up those behind', async () => {
		const { time, lane, pass } = laneWith(1);
		await pass(1);
		const start = time.now();
		const ends = [
			lane.enter({ ...patient, cancelled: () => true }),
			lane.enter({ ...patient, maxWaitMs: 5 }),
			lane.enter(patient),
		];
		expect(await time.run(Promise.all(ends))).toEqual(['cancelled', { resetAt: start + MINUTE }, 'admitted']);
		expect(time.now()).toBe(start + MINUTE);
	});
});

describe('behind somebody who waits patiently', () => {
	/** When the second in line hears, after the start. */
	async function secondHearsAfter(limits: { maxWaitMs: number; cancelled: () => boolean }): Promise<[Admission, number]> {
		const { time, lane, pass } = laneWith(1);
		await pass(1);
		const start = time.now();
		const first = lane.enter(patient).then(() => lane.abandon());
		const second = lane.enter(limits).then((end): [Admission, number] => [end, time.now() - start]);
		const heard = await time.run(second);
		await time.run(first);
		return heard;
	}

	it('Stop is obeyed within 250 ms', async () => {
		const [end, after] = await secondHearsAfter({ ...patient, cancelled: () => true });
		expect(end).toBe('cancelled');
		expect(after).toBeLessThanOrEqual(250);
	});

	it('a wait beyond Max Wait is refused at once', async () => {
		const [, after] = await secondHearsAfter({ ...patient, maxWaitMs: 5_000 });
		expect(after).toBeLessThanOrEqual(250);
	});
});
