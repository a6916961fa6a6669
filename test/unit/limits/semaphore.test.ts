import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Semaphore, semaphoreOf } from '../../../nodes/shared/limits/semaphore';
import { ManualTime } from '../support/manualTime';

const patient = { run: 'run', urgent: false, cancelled: () => false };

/** Each in turn holds a place for so many milliseconds. */
function held(durations: number[], max: number) {
	const time = new ManualTime();
	const semaphore = new Semaphore(time);
	const order: number[] = [];
	let present = 0;
	let peak = 0;
	const work = Promise.all(
		durations.map(async (duration, index) => {
			if (!(await semaphore.acquire(max, patient))) throw new Error('Refused');
			order.push(index);
			present += 1;
			peak = Math.max(peak, present);
			await time.sleep(duration);
			present -= 1;
			semaphore.release();
		}),
	);
	return { done: time.run(work), peakSoFar: () => peak, order };
}

describe('a semaphore', () => {
	it('lets in as many as allowed and never more, first come, first served within a run', async () => {
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

	it('loses its waiters within 250 ms of Stop, and keeps its occupied places', async () => {
		const time = new ManualTime();
		const semaphore = new Semaphore(time);
		const start = time.now();
		const stopping = { ...patient, cancelled: () => time.now() - start >= 10_000 };
		expect(await time.run(semaphore.acquire(1, stopping))).toBe(true);
		expect(await time.run(semaphore.acquire(1, stopping))).toBe(false);
		expect(time.now() - start).toBeLessThanOrEqual(10_250);
		semaphore.release();
		expect(await time.run(semaphore.acquire(1, patient))).toBe(true);
	});

	it('uses the limit of each caller', async () => {
		const time = new ManualTime();
		const semaphore = new Semaphore(time);
		expect(await time.run(semaphore.acquire(3, patient))).toBe(true);
		expect(await time.run(semaphore.acquire(3, patient))).toBe(true);
		let isIn = false;
		const careful = semaphore.acquire(1, patient).then((admitted) => (isIn = admitted));
		semaphore.release();
		await time.run(time.sleep(1_000));
		expect(isIn).toBe(false);
		semaphore.release();
		expect(await time.run(careful)).toBe(true);
	});

	it('gives a place to another run after one of a long job, and to an urgent one before both', async () => {
		const time = new ManualTime();
		const semaphore = new Semaphore(time);
		const order: string[] = [];
		const hold = async (name: string, urgent = false) => {
			await semaphore.acquire(1, { ...patient, run: name, urgent });
			order.push(name);
			await time.sleep(1_010);
			semaphore.release();
		};
		const start = time.now();
		const job = Array.from({ length: 50 }, async () => await hold('job'));
		await time.run(Promise.all([...job, hold('other'), hold('other'), hold('person', true)]));
		expect(order.slice(0, 6)).toEqual(['job', 'person', 'job', 'other', 'job', 'other']);
		expect(time.now() - start).toBe(53 * 1_010);
	});

	it('is one for each account', () => {
		const time = new ManualTime();
		expect(semaphoreOf('a', time)).toBe(semaphoreOf('a', time));
		expect(semaphoreOf('a', time)).not.toBe(semaphoreOf('b', time));
	});
});
