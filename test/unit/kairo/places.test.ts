import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Places } from '../../../nodes/Kairo/runs/places';
import { ManualTime } from '../support/manualTime';

const never = () => false;

/** Lets everybody in turn hold a place for so many milliseconds. */
function held(durations: number[], max: number) {
	const time = new ManualTime();
	const places = new Places(time);
	const order: number[] = [];
	let present = 0;
	let peak = 0;
	const work = Promise.all(
		durations.map(async (duration, index) => {
			if (!(await places.enter(max, never))) throw new Error('Sent away');
			order.push(index);
			present += 1;
			peak = Math.max(peak, present);
			await time.sleep(duration);
			present -= 1;
			places.leave();
		}),
	);
	return { done: time.run(work), peakSoFar: () => peak, order };
}

describe('places', () => {
	it('hold as many as allowed and never more, first come, first served', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 20 }),
				fc.integer({ min: 1, max: 6 }),
				async (durations, max) => {
					const { done, peakSoFar, order } = held(durations, max);
					await done;
					expect(peakSoFar()).toBe(Math.min(max, durations.length));
					expect(order).toEqual(durations.map((_, index) => index));
				},
			),
			{ numRuns: 30 },
		);
	});

	it('are left by those who wait within 250 ms of Stop, and stay taken by those who have them', async () => {
		const time = new ManualTime();
		const places = new Places(time);
		const start = time.now();
		const stopped = () => time.now() - start >= 10_000;
		expect(await time.run(places.enter(1, stopped))).toBe(true);
		expect(await time.run(places.enter(1, stopped))).toBe(false);
		expect(time.now() - start).toBeLessThanOrEqual(10_250);
		places.leave();
		expect(await time.run(places.enter(1, never))).toBe(true);
	});

	it('go by what each one allows', async () => {
		const time = new ManualTime();
		const places = new Places(time);
		expect(await time.run(places.enter(3, never))).toBe(true);
		expect(await time.run(places.enter(3, never))).toBe(true);
		const careful = places.enter(1, never);
		places.leave();
		places.leave();
		expect(await time.run(careful)).toBe(true);
	});
});
