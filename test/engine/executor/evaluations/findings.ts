import { expressionAt } from './generate';
import type { WayRun } from './run';

/** About the run as a whole, so they are read for the first item only, as by n8n itself. */
const OF_THE_RUN = /^requestOptions\./;

/** What else is asked of n8n, once for all items: the turn of a loop, and where a waiting execution is called back. */
const ONCE_IN_A_RUN = ['={{ $runIndex }}', '={{ $execution.resumeUrl }}'];

const expected = (path: string, item: number): number => (OF_THE_RUN.test(path) && item > 0 ? 0 : 1);

function miscounted({ evaluations }: WayRun, path: string, items: number): string[] {
	const counts = evaluations.of(expressionAt(path), items);
	const wrong = [...counts.keys()].filter((item) => counts[item] !== expected(path, item));
	const [first] = wrong;
	if (first === undefined) return [];
	const [is, shouldBe] = [counts[first], expected(path, first)];
	return [`"${path}" is evaluated ${is} times for item ${first}, not ${shouldBe} (${wrong.length} of ${items} items are wrong)`];
}

function unasked({ evaluations, paths }: WayRun): string[] {
	const asked = new Set(paths.map(expressionAt));
	return [...evaluations.totals()]
		.filter(([expression, count]) => !asked.has(expression) && !(ONCE_IN_A_RUN.includes(expression) && count === 1))
		.map(([expression, count]) => `${expression} is evaluated ${count} times, though no field holds it`);
}

/** What is not evaluated exactly once for each of the first items, or evaluated without need. */
export const findings = (run: WayRun, items: number): string[] => [
	...run.paths.flatMap((path) => miscounted(run, path, items)),
	...unasked(run),
];
