import { expressionAt } from './generate';
import type { WayRun } from './run';

/** About the run as a whole, so they are read for the first item only, as by n8n itself. */
const OF_THE_RUN = /^requestOptions\./;

/**
 * What else is asked of n8n, for all items together, and how often at most: the turn of a loop; what an execution shares with its
 * Retries, which is also where it is called back when it waits.
 */
const IN_A_RUN = new Map([
	['={{ $runIndex }}', 1],
	['={{ $execution.resumeUrl }}', 2],
]);

const expected = (path: string, item: number): number => (OF_THE_RUN.test(path) && item > 0 ? 0 : 1);

function miscounted({ evaluations }: WayRun, path: string, items: number): string[] {
	const counts = evaluations.of(expressionAt(path), items);
	const wrong = [...counts.keys()].filter((item) => counts[item] !== expected(path, item));
	const [first] = wrong;
	if (first === undefined) return [];
	const [is, shouldBe] = [counts[first], expected(path, first)];
	return [
		`"${path}" is evaluated ${is} times for item ${first}, not ${shouldBe} (${wrong.length} of ${items} items are wrong)`,
	];
}

function unasked({ evaluations, paths }: WayRun): string[] {
	const asked = new Set(paths.map(expressionAt));
	return [...evaluations.totals()]
		.filter(([expression, count]) => !asked.has(expression) && count > (IN_A_RUN.get(expression) ?? 0))
		.map(([expression, count]) => `${expression} is evaluated ${count} times, though no field holds it`);
}

/** Fields that are not evaluated exactly once for each of the first items, or are evaluated without need. */
export const findings = (run: WayRun, items: number): string[] => [
	...run.paths.flatMap((path) => miscounted(run, path, items)),
	...unasked(run),
];
