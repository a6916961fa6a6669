import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { ItemParameters, Operation } from '../../../nodes/shared/contract/operation';
import type { FinishedRun } from '../../../nodes/shared/run/driver';
import { batch } from '../../../nodes/shared/operations/batch';
import { eachItem } from '../../../nodes/shared/operations/eachItem';
import { Interleaved, LIMIT } from '../support/interleaved';
import { ends } from '../support/driving';

const keyOf = (item: ItemParameters): number => Number(item.parameter('key'));

const requestFor = (keys: number[]) => ({
	request: { method: 'POST' as const, path: '/things', query: {}, body: { keys } },
});

const itemByItem: Operation = eachItem((item) => {
	const key = keyOf(item);
	return {
		identity: { effect: key },
		async perform(api) {
			await api.send(requestFor([key]));
			return [{ key }];
		},
	};
});

const twoByTwo: Operation = batch<number, Record<string, never>>({
	max: 2,
	target: () => ({}),
	row: keyOf,
	keyOf: String,
	request: (_, keys) => requestFor(keys),
	results: (_, keys) => keys.map((key) => ({ row: { key } })),
});

/** The report on each item, by its key. */
const reportsBy = (items: readonly number[], run: FinishedRun): Array<[key: number, end: string]> =>
	ends(run).map((end, index) => [items[index] ?? -1, end]);

const itemNumbers = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 6 });
const stopAfter = fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined });
const unanswered = fc.array(fc.nat({ max: 5 }), { maxLength: 2 });

const RUNS = { numRuns: 100 };

/** Most arrivals in any window of the limit. */
const mostInAWindow = (arrivals: readonly number[]): number =>
	Math.max(
		0,
		...arrivals.map(
			(first) => arrivals.filter((time) => time >= first && time < first + LIMIT.perSeconds * 1_000).length,
		),
	);

describe.each([
	['each item by itself', itemByItem],
	['two items in a request', twoByTwo],
])('in any order, %s', (_, operation) => {
	/** Equal rows of a request are one. */
	const timesWanted = (key: number, items: readonly number[]): number =>
		operation === twoByTwo ? 1 : items.filter((each) => each === key).length;

	it('two executions keep their shared limit, and each does all its items, though the other is stopped', async () => {
		await fc.assert(
			fc.asyncProperty(fc.scheduler(), itemNumbers, itemNumbers, stopAfter, async (scheduler, first, second, stop) => {
				const world = new Interleaved(scheduler, operation);
				const process = world.process();
				const other = second.map((key) => key + 100);
				const both = Promise.all([
					world.run({ process, lineage: 'a', executionId: '1', items: first, stopAfter: stop }),
					world.run({ process, lineage: 'b', executionId: '2', items: other }),
				]);
				const [, run] = await scheduler.waitFor(both);
				await scheduler.waitIdle();
				expect(ends(run)).toEqual(other.map(() => 'done'));
				for (const key of other) expect(world.done.get(key)).toBe(timesWanted(key, other));
				// A request that was cut off may be on the wire for any time.
				if (stop !== undefined) return;
				expect(mostInAWindow(world.arrivals)).toBeLessThanOrEqual(LIMIT.requests);
				expect(world.mostInFlight).toBeLessThanOrEqual(LIMIT.inFlight);
			}),
			RUNS,
		);
	});

	it.each([
		['in one process, such as two Retries', true],
		['in two processes, such as a stalled worker’s job that another has taken over', false],
	])(
		'one execution that runs twice at once does nothing too often (%s), nor does a Retry afterwards',
		async (__, isOneProcess) => {
			await fc.assert(
				fc.asyncProperty(fc.scheduler(), itemNumbers, stopAfter, unanswered, async (scheduler, items, stop, lost) => {
					const world = new Interleaved(scheduler, operation);
					const process = world.process();
					const again = isOneProcess ? process : world.process();
					const both = Promise.all([
						world.run({ process, lineage: 'a', executionId: '1', items, stopAfter: stop, unanswered: lost }),
						world.run({ process: again, lineage: 'a', executionId: '2', items }),
					]);
					const runs = await scheduler.waitFor(both);
					const retry = await scheduler.waitFor(
						world.run({ process: world.process(), lineage: 'a', executionId: '3', items }),
					);
					await scheduler.waitIdle();
					expect([...world.done].filter(([key, times]) => times > timesWanted(key, items))).toEqual([]);
					const untrue = [...runs, retry].flatMap((run) => {
						const calledDone = reportsBy(items, run).flatMap(([key, end]) =>
							end === 'done' || end === 'doneBefore' ? [key] : [],
						);
						return calledDone.filter((key) => (world.done.get(key) ?? 0) < timesWanted(key, calledDone));
					});
					expect(untrue).toEqual([]);
					const left = reportsBy(items, retry).filter(
						([, end]) => end !== 'done' && end !== 'doneBefore' && end !== 'startedBefore',
					);
					expect(left).toEqual([]);
				}),
				RUNS,
			);
		},
	);
});
