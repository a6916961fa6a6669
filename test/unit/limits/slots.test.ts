import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Overload, Slots } from '../../../nodes/shared/limits/slots';
import { ManualTime } from '../support/manualTime';

describe('slots', () => {
	it('let a few work at once in their order, a bounded line wait, and refuse the rest', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 30 }),
				fc.integer({ min: 1, max: 4 }),
				fc.nat(10),
				async (durations, count, longestLine) => {
					const time = new ManualTime();
					const slots = new Slots(count, longestLine, time);
					const started: number[] = [];
					let working = 0;
					const all = durations.map(async (duration, index) => {
						return await slots.run(async () => {
							started.push(index);
							working += 1;
							expect(working).toBeLessThanOrEqual(count);
							await time.sleep(duration);
							working -= 1;
							return index;
						});
					});
					const ends = await time.run(Promise.allSettled(all));
					const fit = durations.slice(0, count + longestLine).map((_, index) => index);
					expect(started).toEqual(fit);
					ends.forEach((end, index) => {
						if (index < fit.length) expect(end).toMatchObject({ value: index });
						else expect(end).toMatchObject({ reason: expect.any(Overload) });
					});
				},
			),
			{ numRuns: 50 },
		);
	});

	it('become free after work that fails, which keeps its error', async () => {
		const time = new ManualTime();
		const slots = new Slots(1, 0, time);
		await expect(slots.run(async () => await Promise.reject(new Error('broken')))).rejects.toThrow('broken');
		expect(await time.run(slots.run(async () => 'works'))).toBe('works');
	});

	it('accept one more when the line has moved', async () => {
		const time = new ManualTime();
		const slots = new Slots(1, 1, time);
		const takes = (ms: number) => async () => await time.sleep(ms);
		const first = slots.run(takes(10));
		const second = slots.run(takes(10));
		const third = first.then(async () => await slots.run(takes(10)));
		await expect(time.run(Promise.all([first, second, third]))).resolves.toHaveLength(3);
		await expect(time.run(slots.run(async () => 'free'))).resolves.toBe('free');
	});
});
