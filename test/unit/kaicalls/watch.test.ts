import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { Watch, type Look } from '../../../nodes/KaiCalls/resources/call/waiting/watch';
import { ManualTime } from '../support/manualTime';

const SECOND_MS = 1_000;
const LIMIT_MS = 1_800 * SECOND_MS;
const GRACE_MS = 300 * SECOND_MS;
const ANSWER_MS = 300;

/** What the newest calls of the account are cut off at. */
const PAGE = 100;

interface World {
	/** When each call ends, in seconds from the start of the wait; before it, its report is refused. */
	ends: number[];
	/** Which process of n8n takes the report of a call; 0 for all others. */
	processes?: number[];
	/** Calls whose report never comes. */
	unreported?: number[];
	/** How far the API lags behind its reports, in ms. */
	lagMs?: number;
	/** When the API does not answer, in seconds. */
	outage?: [from: number, to: number];
}

interface Story {
	/** What the execution went on with, by id; undefined when only n8n's own timer would end it. */
	ended: ReadonlyMap<string, IDataObject> | undefined;
	/** How many times it was told to go on. */
	resumed: number;
	/** When, in seconds from the start of the wait. */
	at: number;
	/** How often each call was read. */
	reads: number[];
	lists: number;
	handled: number;
}

/** A wait from its start to its end: an API in which calls end, and the reports that n8n takes. */
async function storyOf({ ends, processes = [], unreported = [], lagMs = 0, outage }: World): Promise<Story> {
	const time = new ManualTime();
	const start = time.now();
	const ids = ends.map((_, index) => `call ${index}`);
	const reads = ends.map(() => 0);
	const story: Story = { ended: undefined, resumed: 0, at: NaN, reads, lists: 0, handled: 0 };
	const seconds = () => (time.now() - start) / SECOND_MS;
	const statusOf = (index: number) =>
		seconds() * SECOND_MS >= (ends[index] ?? 0) * SECOND_MS + lagMs ? 'completed' : 'in-progress';
	const answer = async <T>(body: () => T): Promise<T | undefined> => {
		await time.sleep(ANSWER_MS);
		return outage && seconds() >= outage[0] && seconds() < outage[1] ? undefined : body();
	};
	const look: Look = {
		call: async (id) => {
			const index = ids.indexOf(id);
			reads[index] = (reads[index] ?? 0) + 1;
			return await answer(() => ({ id, status: statusOf(index) }));
		},
		newest: async () => {
			story.lists += 1;
			return await answer(() => ids.map((id, index) => ({ id, status: statusOf(index) })).slice(-PAGE));
		},
	};
	const times = { until: start + LIMIT_MS, latest: start + LIMIT_MS + GRACE_MS };
	const watches = new Map<number, Watch>();
	const handling: Array<Promise<void>> = [];
	const handle = async (reported: string | undefined, process: number) => {
		const watch = watches.get(process) ?? new Watch(ids, times, time);
		watches.set(process, watch);
		const ended = await watch.handleReport(reported, look);
		// n8n takes the first answer while the execution waits.
		if (!ended || story.resumed > 0) return;
		story.resumed += 1;
		story.ended = new Map(ended);
		story.at = seconds();
	};
	const reports = ends
		.map((end, index) => ({ end, index }))
		.filter(({ end, index }) => end > 0 && end * SECOND_MS < LIMIT_MS && !unreported.includes(index))
		.sort((a, b) => a.end - b.end);
	await time.run(
		(async () => {
			for (const { end, index } of reports) {
				await time.sleep(start + end * SECOND_MS - time.now());
				if (story.resumed > 0) break;
				story.handled += 1;
				handling.push(handle(ids[index], processes[index] ?? 0));
			}
			await Promise.all(handling);
			if (story.resumed > 0) return;
			await time.sleep(times.until - time.now());
			await handle(undefined, 0);
		})(),
	);
	return story;
}

/** Ends of calls: at least one call goes on when the wait begins, and all end within the time limit. */
const endsInTime = fc
	.array(fc.integer({ min: -300, max: 1_500 }), { minLength: 1, maxLength: 40 })
	.filter((ends) => ends.some((end) => end > 0));

const lastOf = (ends: number[]): number => Math.max(...ends);

/** A repeatable order without a source of chance. */
function shuffled(count: number, seed: number): number[] {
	const numbers = Array.from({ length: count }, (_, index) => index);
	let state = seed;
	for (let index = count - 1; index > 0; index -= 1) {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		const other = state % (index + 1);
		[numbers[index], numbers[other]] = [numbers[other] ?? 0, numbers[index] ?? 0];
	}
	return numbers;
}

describe('the watch over the calls that an execution waits for', () => {
	it('reports the outcome of all soon after the last end, in any order of the ends, with two reads of each at most', async () => {
		await fc.assert(
			fc.asyncProperty(endsInTime, async (ends) => {
				const { ended, at, reads, resumed } = await storyOf({ ends });
				expect(resumed).toBe(1);
				expect(ended?.size).toBe(ends.length);
				expect(at - lastOf(ends)).toBeLessThan(ends.length + 1);
				expect(Math.max(...reads)).toBeLessThanOrEqual(2);
			}),
			{ numRuns: 60 },
		);
	});

	it.each([
		['in the order placed', (index: number) => index],
		['in the reverse order', (index: number) => 499 - index],
		...[1, 2, 3].map((seed) => [`in any order (${seed})`, (index: number) => shuffled(500, seed)[index] ?? 0] as const),
	])(
		'reads 500 calls that end %s no more than twice each',
		async (_, order) => {
			// The first hundred before the wait was stored: n8n refused their reports.
			const ends = Array.from({ length: 500 }, (__, index) => order(index) * 3 - 300);
			const { ended, at, reads, lists, handled } = await storyOf({ ends });
			expect(ended?.size).toBe(500);
			expect(at).toBeLessThan(lastOf(ends) + 60);
			expect(Math.max(...reads)).toBeLessThanOrEqual(2);
			expect(reads.reduce((sum, times) => sum + times, lists)).toBeLessThanOrEqual(1_000);
			expect(lists).toBeLessThanOrEqual(handled);
		},
		60_000,
	);

	it('copes with a storm of reports at once', async () => {
		const { ended, reads } = await storyOf({ ends: Array.from({ length: 500 }, () => 600) });
		expect(ended?.size).toBe(500);
		expect(Math.max(...reads)).toBe(1);
	});

	it('works when several processes of n8n each get a part of the reports', async () => {
		const worlds = endsInTime.chain((ends) =>
			fc.record({
				ends: fc.constant(ends),
				processes: fc.array(fc.nat(2), { minLength: ends.length, maxLength: ends.length }),
			}),
		);
		await fc.assert(
			fc.asyncProperty(worlds, async (world) => {
				const { ended, at } = await storyOf(world);
				expect(ended?.size).toBe(world.ends.length);
				expect(at - lastOf(world.ends)).toBeLessThan(world.ends.length + 40);
			}),
			{ numRuns: 60 },
		);
	});

	it('reads once more when the time limit passes: a call that ended without a report has its outcome, a call that goes on has none', async () => {
		const worlds = fc.array(fc.record({ end: fc.integer({ min: -300, max: 3_000 }), isLost: fc.boolean() }), {
			minLength: 1,
			maxLength: 30,
		});
		await fc.assert(
			fc.asyncProperty(worlds, async (calls) => {
				const ends = calls.map(({ end }) => end);
				const unreported = calls.flatMap(({ isLost }, index) => (isLost ? [index] : []));
				const { ended, reads } = await storyOf({ ends, unreported });
				const inTime = ends.flatMap((end, index) => (end * SECOND_MS <= LIMIT_MS ? [`call ${index}`] : []));
				expect([...(ended?.keys() ?? [])]).toEqual(expect.arrayContaining(inTime));
				expect(Math.max(...reads)).toBeLessThanOrEqual(3);
			}),
			{ numRuns: 60 },
		);
	});

	it('waits for an API that is slower than its own reports', async () => {
		const { ended, at, reads } = await storyOf({ ends: [10, 60, 20], lagMs: 2_000 });
		expect(ended?.size).toBe(3);
		expect(at).toBeLessThan(70);
		expect(Math.max(...reads)).toBeLessThanOrEqual(3);
	});

	it('is not stopped by an API that is down for a while', async () => {
		const { ended, at } = await storyOf({ ends: [10, 20, 30, 300], outage: [5, 100] });
		expect(ended?.size).toBe(4);
		expect(at).toBeLessThan(310);
		// No other report comes after it.
		const alone = await storyOf({ ends: [10], outage: [5, 100] });
		expect(alone.ended?.size).toBe(1);
		expect(alone.at).toBeLessThan(200);
	});

	it('does not miss a report that comes while a read of the same call fails', async () => {
		const time = new ManualTime();
		const start = time.now();
		const watch = new Watch(['call 0'], { until: start + LIMIT_MS, latest: start + LIMIT_MS + GRACE_MS }, time);
		let reads = 0;
		const call = async (id: string) => {
			reads += 1;
			const isDown = reads === 1;
			await time.sleep(ANSWER_MS);
			return isDown ? undefined : { id, status: 'completed' };
		};
		const look: Look = { call, newest: async () => [] };
		const later = async () => {
			await time.sleep(ANSWER_MS / 2);
			return await watch.handleReport('call 0', look);
		};
		const [first, second] = await time.run(Promise.all([watch.handleReport('call 0', look), later()]));
		expect(first?.size).toBe(1);
		expect(second).toBeUndefined();
		expect(time.now() - start).toBe(2 * ANSWER_MS);
	});

	it('goes on at the time limit with the known outcomes if the API is down then', async () => {
		const { ended, resumed } = await storyOf({ ends: [10, 20, 9_000], outage: [1_700, 9_000] });
		expect(resumed).toBe(1);
		expect([...(ended?.keys() ?? [])].sort()).toEqual(['call 0', 'call 1']);
	});
});
