import type { Reading, Task, Track } from './track';

/** How often each is measured in a whole run; the median counts. */
const ROUNDS = 5;
/** A runner that has used this much time skips the following rounds, so that a slow node does not delay the others. */
const PATIENCE_MS = 40_000;
/** Enough for n8n's and V8's caches. */
const WARM_UP_ITEMS = 300;

/** A track, and its expected results. */
export interface Runner {
	track: Track;
	/** Expected items out for a number of items in; the same number when left out. */
	itemsOut?: (items: number) => number;
	/** Expected different rows at the stub; as many as items in when left out. */
	rowsSeen?: (items: number) => number;
}

/** Medians over the runs of one runner, and its most requests at once. */
export interface Result {
	runs: number;
	/** CPU time of each run, in their order. */
	cpuOfEach: number[];
	wallMs: number;
	cpuMs: number;
	blockMs: number;
	peak: number;
}

/** Rows were lost, repeated or refused, so the run does not count. */
export class RowsLost extends Error {}

/** The median; with two in the middle, their mean. */
export function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
	return (low + high) / 2;
}

/** @throws RowsLost unless every row went out once and came back once */
function assertWhole(
	{ track, itemsOut = (n) => n, rowsSeen = (n) => n }: Runner,
	{ items }: Task,
	reading: Reading,
): void {
	const { rows, distinctRows, refused } = reading.stub;
	const counts: Array<[what: string, found: number, expected: number]> = [
		['items out', reading.items, itemsOut(items)],
		['different items out', reading.distinct, itemsOut(items)],
		['rows at the stub', rows, rowsSeen(items)],
		['different rows at the stub', distinctRows, rowsSeen(items)],
		['requests refused', refused, 0],
	];
	const wrong = counts.filter(([, found, expected]) => found !== expected);
	if (wrong.length === 0) return;
	throw new RowsLost(
		`${track.name}: ${wrong.map(([what, found, expected]) => `${found} ${what} instead of ${expected}`).join(', ')}`,
	);
}

/** One checked run. */
export async function runOnce(runner: Runner, task: Task): Promise<Reading> {
	const reading = await runner.track.run(task);
	assertWhole(runner, task, reading);
	const [time, cpu] = [reading.wallMs, reading.cpuMs].map((ms) => `${(ms / 1000).toFixed(2)} s`);
	const block = `${Math.round(reading.blockMs)} ms`;
	console.log(`  ${runner.track.name}, ${task.items} items: ${time}, CPU ${cpu}, longest block ${block}`);
	return reading;
}

/** A run that does not count. */
export async function warmUp(runner: Runner): Promise<Reading> {
	return await runOnce(runner, { items: WARM_UP_ITEMS });
}

/** Medians of several readings. */
function resultOf(readings: Reading[]): Result {
	const medianOf = (pick: (reading: Reading) => number) => median(readings.map(pick));
	return {
		runs: readings.length,
		cpuOfEach: readings.map(({ cpuMs }) => cpuMs),
		wallMs: medianOf(({ wallMs }) => wallMs),
		cpuMs: medianOf(({ cpuMs }) => cpuMs),
		blockMs: medianOf(({ blockMs }) => blockMs),
		peak: Math.max(...readings.map(({ stub }) => stub.peak)),
	};
}

/**
 * Lets several runners do the same work in turn, in reversed order every other round, so that other work on the machine
 * affects all of them.
 * @returns their results in the order of the runners
 */
export async function race<T>(
	runners: T[],
	quick: boolean,
	run: (runner: T) => Promise<Reading>,
	patienceMs = PATIENCE_MS,
): Promise<Result[]> {
	const entries = runners.map((runner) => ({ runner, readings: [] as Reading[], spentMs: 0 }));
	for (let round = 0; round < (quick ? 1 : ROUNDS); round++) {
		for (const entry of round % 2 === 0 ? entries : [...entries].reverse()) {
			if (entry.spentMs > patienceMs) continue;
			const reading = await run(entry.runner);
			entry.readings.push(reading);
			entry.spentMs += reading.wallMs;
		}
	}
	return entries.map(({ readings }) => resultOf(readings));
}

/** The usual race: the same task for all, every run checked. */
export async function raceWith(runners: Runner[], quick: boolean, task: Task, patienceMs?: number): Promise<Result[]> {
	return await race(runners, quick, async (runner) => await runOnce(runner, task), patienceMs);
}
