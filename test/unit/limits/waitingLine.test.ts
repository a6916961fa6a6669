import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WaitingLine, type Waiter } from '../../../nodes/shared/limits/waitingLine';
import { ManualTime } from '../support/manualTime';
import { SettableTime } from './support/settableTime';

const ROWS = 5_000;

const waiter: Waiter = { run: 'run', urgent: false, cancelled: () => false };

/** A line before places that are given back at once, unless the gate is shut. */
function lineBefore(places: number) {
	const time = new ManualTime();
	const gate = { free: places, shut: false, asked: 0 };
	const line = new WaitingLine(
		{
			tryEnter() {
				gate.asked += 1;
				if (gate.shut || gate.free === 0) return Infinity;
				gate.free -= 1;
				return 0;
			},
		},
		time,
	);
	const giveBack = () => {
		gate.free += 1;
		line.wake();
	};
	return { time, line, gate, giveBack };
}

describe('a waiting line', () => {
	it('checks a few waiters for each admission, not all', async () => {
		const { time, line, gate, giveBack } = lineBefore(5);
		let asked = 0;
		const cancelled = () => {
			asked += 1;
			return false;
		};
		const rows = Array.from({ length: ROWS }, async (_, row) => {
			const end = await line.join({ run: row % 7, urgent: row % 11 === 0, cancelled });
			giveBack();
			return end;
		});
		const start = time.now();
		expect(new Set(await time.run(Promise.all(rows)))).toEqual(new Set(['admitted']));
		expect(time.now()).toBe(start);
		expect(asked).toBeLessThanOrEqual(5 * ROWS);
		expect(gate.asked).toBeLessThanOrEqual(5 * ROWS);
	});

	it('looks for cancelled waiters at most every 200 ms, even if it is woken more often', async () => {
		const { time, line, gate } = lineBefore(0);
		let asked = 0;
		const rows = Array.from({ length: 100 }, async () => {
			const cancelled = () => {
				asked += 1;
				return gate.shut;
			};
			return await line.join({ ...waiter, cancelled });
		});
		const afterJoining = asked;
		for (let wakes = 0; wakes < 1_000; wakes++) {
			line.wake();
			await time.run(time.sleep(1));
		}
		// In 1,000 ms the line was looked through 5 times, and its front asked 1,005 times.
		expect(asked - afterJoining).toBeLessThanOrEqual(5 * 100 + 1_005);
		gate.shut = true;
		expect(new Set(await time.run(Promise.all(rows)))).toEqual(new Set(['cancelled']));
	});

	it('is left within 250 ms by cancelled waiters, at any place and time', async () => {
		const stop = fc.record({ run: fc.nat(3), urgent: fc.boolean(), stopsAfter: fc.integer({ min: 0, max: 3_000 }) });
		await fc.assert(
			fc.asyncProperty(fc.array(stop, { minLength: 1, maxLength: 20 }), fc.boolean(), async (stops, isBusy) => {
				const { time, line, giveBack } = lineBefore(0);
				const start = time.now();
				const ends = stops.map(async ({ stopsAfter, ...turn }) => {
					const end = await line.join({ ...turn, cancelled: () => time.now() >= start + stopsAfter });
					return { end, late: time.now() - start - stopsAfter };
				});
				const busy = async () => {
					for (let n = 0; isBusy && n < 10; n++) {
						await time.sleep(37);
						giveBack();
					}
				};
				const [all] = await time.run(Promise.all([Promise.all(ends), busy()]));
				for (const { end, late } of all) {
					if (end === 'cancelled') expect(late).toBeLessThanOrEqual(250);
					else expect(late).toBeLessThan(0);
				}
				expect(line.length).toBe(0);
			}),
			{ numRuns: 50 },
		);
	});

	it('asks the gate at the time that it named, to the millisecond', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 2_000 }), async (waitMs) => {
				const time = new ManualTime();
				const opensAt = time.now() + waitMs;
				const line = new WaitingLine({ tryEnter: () => Math.max(0, opensAt - time.now()) }, time);
				await time.run(line.join(waiter));
				expect(time.now()).toBe(opensAt);
			}),
		);
	});

	it('asks the gate earlier when a shorter wait comes up meanwhile', async () => {
		const time = new ManualTime();
		const start = time.now();
		let opensAt = start + 180;
		const line = new WaitingLine({ tryEnter: () => Math.max(0, opensAt - time.now()) }, time);
		const admitted = line.join(waiter);
		opensAt = start + 30;
		line.wake();
		await time.run(admitted);
		expect(time.now()).toBe(start + 30);
	});

	it('keeps few timers, even if the gate often changes', async () => {
		const time = new ManualTime();
		let sleeping = 0;
		let peak = 0;
		const counting = {
			now: () => time.now(),
			async sleep(milliseconds: number) {
				sleeping += 1;
				peak = Math.max(peak, sleeping);
				await time.sleep(milliseconds);
				sleeping -= 1;
			},
		};
		let asked = 0;
		const line = new WaitingLine({ tryEnter: () => 1 + (((asked += 1) * 67) % 190) }, counting);
		void line.join(waiter);
		for (let wakes = 0; wakes < 2_000; wakes++) {
			line.wake();
			await time.run(time.sleep(1));
		}
		expect(peak).toBeLessThanOrEqual(20);
	});

	it('asks again in time when the clock is set back', async () => {
		const real = new ManualTime();
		const time = new SettableTime(real);
		let waitMs = 150;
		const line = new WaitingLine({ tryEnter: () => waitMs }, time);
		const admitted = line.join(waiter);
		time.set(-3_600_000);
		waitMs = 100;
		line.wake();
		const start = real.now();
		void real.sleep(50).then(() => (waitMs = 0));
		await real.run(admitted);
		expect(real.now() - start).toBe(100);
	});

	it('reacts to Stop after it was empty, too', async () => {
		const { time, line, giveBack } = lineBefore(0);
		const admitted = line.join(waiter);
		giveBack();
		await time.run(admitted);
		await time.run(time.sleep(1_000));
		const start = time.now();
		expect(await time.run(line.join({ ...waiter, cancelled: () => time.now() > start }))).toBe('cancelled');
		expect(time.now() - start).toBeLessThanOrEqual(250);
	});

	it('is not served before the step that wakes it has ended', async () => {
		const { time, line, gate, giveBack } = lineBefore(0);
		const admitted = line.join(waiter);
		giveBack();
		gate.shut = true;
		await time.run(time.sleep(1_000));
		expect(line.length).toBe(1);
		gate.shut = false;
		line.wake();
		expect(await time.run(admitted)).toBe('admitted');
	});

	it('refuses newcomers at once, and waiters within 250 ms', async () => {
		const time = new ManualTime();
		const start = time.now();
		let patience = 10;
		const refusal = () => (patience < 5 ? 'too long' : undefined);
		const line = new WaitingLine<Waiter, string>({ tryEnter: () => Infinity, refusal }, time);
		const waiting = [line.join(waiter), line.join(waiter)];
		patience = 1;
		expect(await line.join(waiter)).toBe('too long');
		expect(await time.run(Promise.all(waiting))).toEqual(['too long', 'too long']);
		expect(time.now() - start).toBeLessThanOrEqual(250);
	});

	it('sets no timer once it is empty', async () => {
		const { time, line, giveBack } = lineBefore(0);
		const admitted = line.join(waiter);
		giveBack();
		await time.run(admitted);
		await time.run(time.sleep(1_000));
		await expect(time.run(new Promise(() => {}))).rejects.toThrow('Nobody sleeps');
		expect(line.length).toBe(0);
	});
});
