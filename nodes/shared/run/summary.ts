import { mayHaveHappened } from '../contract/failure';
import type { Outcome } from '../contract/outcome';
import { ranges } from '../values/ranges';
import type { FinishedRun } from './driver';

const LABELS = [
	'Done',
	'Blank',
	'Held back',
	'Done by an earlier try',
	'Started, not finished',
	'Not done',
	'Perhaps done',
	'Unknown',
	'Not sent',
] as const;

function labelOf(outcome: Outcome | undefined): (typeof LABELS)[number] {
	if (!outcome) return 'Not sent';
	if (outcome.rows) return 'Done';
	if (outcome.failure.kind === 'heldBack') return 'Held back';
	if (outcome.failure.kind === 'doneBefore') return 'Done by an earlier try';
	if (mayHaveHappened(outcome.failure)) return 'Unknown';
	if (outcome.failure.isStarted) return 'Started, not finished';
	if (outcome.failure.mayBeDone) return 'Perhaps done';
	return outcome.failure.kind === 'skipped' ? 'Not sent' : 'Not done';
}

/**
 * The outcomes of all items of a run that stopped.
 * @param most how many entries of each list are named
 */
export function summarize(
	{ outcomes, total, blank }: Pick<FinishedRun, 'outcomes' | 'total' | 'blank'>,
	most?: number,
): string {
	const byLabel = new Map<string, number[]>(LABELS.map((label) => [label, []]));
	for (let index = 0; index < total; index++)
		byLabel.get(blank.has(index) ? 'Blank' : labelOf(outcomes.get(index)))?.push(index);
	return [...byLabel]
		.filter(([, items]) => items.length > 0)
		.map(([label, items]) => `${label}: item ${ranges(items, most)}`)
		.join('. ');
}
