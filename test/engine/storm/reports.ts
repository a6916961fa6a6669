import type { INodeExecutionData, IRun } from 'n8n-workflow';

import { valueAt } from '../../../nodes/shared/values/json';
import type { Sample } from '../census/sample';
import { endOfRows, type End } from '../census/verdict';
import type { NodeResult } from '../engine';

/** What a user reads of an item. */
export interface ItemReport {
	/** `in doubt`: unknown for any reason, where the text does not say which. */
	end: End | 'in doubt';
	/** It may have been done anyway, and to do it again is harmless. */
	mayBeDone: boolean;
	/** Its words, for the report of a lie. */
	text?: string;
}

/** Words of the summary in the context of the error of a node that has stopped (nodes/shared/run/summary.ts). */
const LABELS = new Map<string, ItemReport>([
	['Done', { end: 'done', mayBeDone: false }],
	['Done by an earlier try', { end: 'doneBefore', mayBeDone: false }],
	['Started, not finished', { end: 'refused', mayBeDone: false }],
	['Not done', { end: 'refused', mayBeDone: false }],
	['Perhaps done', { end: 'refused', mayBeDone: true }],
	['Unknown', { end: 'in doubt', mayBeDone: false }],
	['Not sent', { end: 'not sent', mayBeDone: false }],
]);

/** "0 to 2, 5" as `[0, 1, 2, 5]`. */
const numbersIn = (ranges: string): number[] =>
	ranges.split(', ').flatMap((range) => {
		const [from = NaN, to = from] = range.split(' to ').map(Number);
		return Array.from({ length: to - from + 1 }, (_, index) => from + index);
	});

function reportsBySummary(summary: string): Map<number, ItemReport> {
	const labels = [...LABELS.keys()].sort((left, right) => right.length - left.length).join('|');
	const parts = [...summary.matchAll(new RegExp(`(?:^|\\s)(${labels}): item ((?:\\d+(?: to \\d+)?(?:, )?)+)`, 'g'))];
	return new Map(
		parts.flatMap(([, label = '', ranges = '']) => {
			const report = LABELS.get(label);
			return report ? numbersIn(ranges).map((index): [number, ItemReport] => [index, report]) : [];
		}),
	);
}

const saysPerhaps = ({ json }: INodeExecutionData): boolean =>
	String(valueAt(json, 'details', 'description')).includes('doing it twice is harmless');

const itemOf = ({ pairedItem }: INodeExecutionData): number =>
	Number(valueAt(Array.isArray(pairedItem) ? pairedItem[0] : pairedItem, 'item') ?? pairedItem);

/** An execution that waits goes on with these. */
const carriedBy = ({ data }: IRun): INodeExecutionData[] =>
	data.executionData?.nodeExecutionStack[0]?.data.main?.[0] ?? [];

/** The reports of an execution on its items, by item. If it was stopped, n8n keeps nothing. */
export function reportsOf(
	{ run, items, errors, error }: NodeResult,
	sample: Sample,
): Map<number, ItemReport> | undefined {
	if (run.status === 'canceled') return undefined;
	if (error) return reportsBySummary(String(error.context?.items ?? ''));
	const rows = run.status === 'waiting' ? carriedBy(run) : [...items, ...errors];
	const byItem = new Map<number, INodeExecutionData[]>();
	for (const row of rows) byItem.set(itemOf(row), [...(byItem.get(itemOf(row)) ?? []), row]);
	return new Map(
		[...byItem].map(([index, own]) => [
			index,
			{
				end: endOfRows(
					own.map(({ json }) => json),
					sample,
				),
				mayBeDone: own.some(saysPerhaps),
				text: JSON.stringify(own.map(({ json }) => json)),
			},
		]),
	);
}
