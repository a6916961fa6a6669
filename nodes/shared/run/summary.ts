import type { Outcome } from '../contract/outcome';

/** `[0, 1, 2, 5]` as "0 to 2, 5". */
export function ranges(items: number[]): string {
	const runs: Array<[number, number]> = [];
	for (const item of [...items].sort((a, b) => a - b)) {
		const last = runs.at(-1);
		if (last && item === last[1] + 1) last[1] = item;
		else runs.push([item, item]);
	}
	return runs.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`)).join(', ');
}

const LABELS = ['Done', 'Not done', 'Unknown', 'Not sent'] as const;

function labelOf(outcome: Outcome | undefined): (typeof LABELS)[number] {
	if (!outcome || outcome.failure?.kind === 'skipped') return 'Not sent';
	if (outcome.rows) return 'Done';
	return outcome.failure.kind === 'unknown' ? 'Unknown' : 'Not done';
}

/** What became of all items of a run that stopped, for the description of its error. */
export function summarize(outcomes: ReadonlyMap<number, Outcome>, total: number): string {
	const byLabel = new Map<string, number[]>(LABELS.map((label) => [label, []]));
	for (let index = 0; index < total; index++) byLabel.get(labelOf(outcomes.get(index)))?.push(index);
	return [...byLabel]
		.filter(([, items]) => items.length > 0)
		.map(([label, items]) => `${label}: item ${ranges(items)}`)
		.join('. ');
}
