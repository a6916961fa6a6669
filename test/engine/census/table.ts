import { join } from 'node:path';

import type { Found } from './census';
import type { Verdict } from './comparison';

/** Written by `npm run census`. */
export const TABLE_FILE = join(__dirname, '../../../docs/census.md');

/** What the whole census found of an operation. */
export interface Counted {
	name: string;
	/** Points of one item, of ten, and of a batch in three requests with a bad row. */
	points: number[];
	scenarios: number;
	verdicts: Verdict[];
	lies: number;
}

export function addTo(counted: Counted, { verdicts, lies }: Found): void {
	counted.scenarios += 1;
	counted.lies += lies.length;
	for (const verdict of verdicts) counted.verdicts.push(verdict);
}

const UNKNOWN = ['unknown', 'startedBefore'];

const HEADINGS = [
	'Operation',
	'Points',
	'Scenarios',
	'Done',
	'Done before',
	'Unknown, was done',
	'Unknown, was not',
	'Not done',
	'Untrue',
];

function lineOf({ name, points, scenarios, verdicts, lies }: Counted): Array<string | number> {
	const count = (fits: (verdict: Verdict) => boolean) => verdicts.filter(fits).length;
	const isUnknown = ({ end }: Verdict) => UNKNOWN.includes(end);
	return [
		name,
		points.join(' / '),
		scenarios,
		count(({ end }) => end === 'done'),
		count(({ end }) => end === 'doneBefore'),
		count((verdict) => isUnknown(verdict) && verdict.isDone),
		count((verdict) => isUnknown(verdict) && !verdict.isDone),
		count((verdict) => !isUnknown(verdict) && verdict.end !== 'done' && verdict.end !== 'doneBefore'),
		lies,
	];
}

const row = (cells: ReadonlyArray<string | number>): string => `| ${cells.join(' | ')} |`;

/** As Markdown, one line for each operation. */
export const tableOf = (all: readonly Counted[]): string =>
	[
		row(HEADINGS),
		row(HEADINGS.map((_, index) => (index === 0 ? '---' : '---:'))),
		...all.map((counted) => row(lineOf(counted))),
	].join('\n');
