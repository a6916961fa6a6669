import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KeyedMutex } from '../../../nodes/shared/limits/keyedMutex';
import { ManualTime } from '../support/manualTime';

const piece = fc.record({
	keys: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }),
	arrivesAfter: fc.nat(100),
	takes: fc.nat(100),
	fails: fc.boolean(),
	/** After its arrival. */
	stopsAfter: fc.option(fc.nat(400), { nil: Infinity }),
});

const never = () => false;

describe('a keyed mutex', () => {
	it('never lets two pieces of work with a common key overlap, keeps their order, and ends all of them, also those that Stop takes out of the line', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
				const time = new ManualTime();
				const mutex = new KeyedMutex();
				const working = new Set<string>();
				const came: number[] = [];
				const started: number[] = [];
				const leftAfter: number[] = [];
				const all = pieces.map(async ({ keys, arrivesAfter, takes, fails, stopsAfter }, index) => {
					await time.sleep(arrivesAfter);
					came.push(index);
					const distinct = new Set(keys);
					const stopsAt = time.now() + stopsAfter;
					const cancelled = () => time.now() >= stopsAt;
					const work = async () => {
						started.push(index);
						for (const key of distinct) {
							expect(working).not.toContain(key);
							working.add(key);
						}
						await time.sleep(takes);
						for (const key of distinct) working.delete(key);
						if (fails) throw new Error(`failed ${index}`);
						return index;
					};
					return await mutex.runExclusive(keys, work, { cancelled, time }).finally(() => {
						if (!started.includes(index)) leftAfter.push(time.now() - stopsAt);
					});
				});
				const ends = await time.run(Promise.allSettled(all));
				ends.forEach((end, index) => {
					if (!started.includes(index)) expect(end).toMatchObject({ reason: { failure: { kind: 'skipped' } } });
					else if (pieces[index]?.fails) expect(end).toMatchObject({ reason: new Error(`failed ${index}`) });
					else expect(end).toMatchObject({ value: index });
				});
				for (const key of ['a', 'b', 'c', 'd']) {
					const withKey = (index: number) => pieces[index]?.keys.some((one) => one === key);
					expect(started.filter(withKey)).toEqual(came.filter((index) => withKey(index) && started.includes(index)));
				}
				for (const wait of leftAfter) expect(wait).toBeLessThanOrEqual(250);
			}),
		);
	});

	it('lets work without a common key go on at the same time', async () => {
		const time = new ManualTime();
		const mutex = new KeyedMutex();
		const start = time.now();
		const work = async () => await time.sleep(50);
		await time.run(
			Promise.all(
				['a', 'b', 'c'].map(async (key) => await mutex.runExclusive([key], work, { cancelled: never, time })),
			),
		);
		expect(time.now() - start).toBe(50);
	});
});
