import type { IDataObject } from 'n8n-workflow';

import type { Run } from '../contract/run';
import { outcomeOf } from '../contract/outcome';
import type { Entry } from './batching';
import { duplicateOf, resultOf } from './rowResult';

interface Parted<Row> {
	sent: Array<Entry<Row>>;
	/** Each with the index of the item whose row it repeats. */
	repeats: Array<[entry: Entry<Row>, first: number]>;
}

/**
 * Divides the wanted rows into rows to send and rows that repeat an earlier one. A row that changes a record back to an
 * earlier state is not a repetition, because another row came in between.
 * @param entries all rows of the target, in order, including unwanted ones
 */
export function withoutRepeats<Row>(entries: ReadonlyArray<Entry<Row>>, wanted: ReadonlySet<number>): Parted<Row> {
	const lastOfRecord = new Map<string, Entry<Row>>();
	const firsts = new Map<string, Entry<Row>>();
	const { sent, repeats }: Parted<Row> = { sent: [], repeats: [] };
	for (const entry of entries) {
		const { index, key, record } = entry;
		const first = record === undefined ? firsts.get(key) : lastOfRecord.get(record);
		const repeated = first?.key === key ? first : undefined;
		if (!repeated) firsts.set(key, entry);
		if (!repeated && record !== undefined) lastOfRecord.set(record, entry);
		if (!wanted.has(index)) continue;
		if (repeated) repeats.push([entry, repeated.index]);
		else sent.push(entry);
	}
	return { sent, repeats };
}

/**
 * Settles an item that repeats an earlier one and was not sent: it gets the same result, with a note.
 * @param first the earlier item with the same row
 * @param told its version of that result
 */
export function settleRepeat(run: Run, index: number, first: number, told?: (row: IDataObject) => IDataObject): void {
	const outcome = run.settled.get(first);
	if (outcome) run.settle(index, outcomeOf(duplicateOf(first, resultOf(outcome), told)));
}
