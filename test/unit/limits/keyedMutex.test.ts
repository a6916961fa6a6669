import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KeyedMutex } from '../../../nodes/shared/limits/keyedMutex';
import { ManualTime } from '../support/manualTime';

const piece = fc.record({
	keys: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }),
	arrivesAfter: fc.nat(100),
	takes: fc.nat(100),
	fails: fc.boolean(),
});

describe('a keyed mutex', () => {
	it('never lets two pieces of work with a common key overlap, keeps their order, and ends all of them', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
				const time = new ManualTime();
				const mutex = new KeyedMutex();
				const working = new Set<string>();
				const came: number[] = [];
				const started: number[] = [];
				const all = pieces.map(async ({ keys, arrivesAfter, takes, fails }, index) => {
					await time.sleep(arrivesAfter);
					came.push(index);
					const distinct = new Set(keys);
					return await mutex.runExclusive(keys, async () => {
						started.push(index);
						for (const key of distinct) {
							expect(working).not.toContain(key);
							working.add(key);
						}
						await time.sleep(takes);
						for (const key of distinct) working.delete(key);
						if (fails) throw new Error(`failed ${index}`);
						return index;
					});
				});
				const ends = await time.run(Promise.allSettled(all));
				ends.forEach((end, index) => {
					if (pieces[index]?.fails) expect(end).toMatchObject({ reason: new Error(`failed ${index}`) });
					else expect(end).toMatchObject({ value: index });
				});
				for (const key of ['a', 'b', 'c', 'd']) {
					const withKey = (index: number) => pieces[index]?.keys.some((one) => one === key);
					expect(started.filter(withKey)).toEqual(came.filter(withKey));
				}
			}),
		);
	});

	it('lets work without a common key go on at the same time', async () => {
		const time = new ManualTime();
		const mutex = new KeyedMutex();
		const start = time.now();
		const work = async () => await time.sleep(50);
		await time.run(Promise.all(['a', 'b', 'c'].map(async (key) => await mutex.runExclusive([key], work))));
		expect(time.now() - start).toBe(50);
	});
});
