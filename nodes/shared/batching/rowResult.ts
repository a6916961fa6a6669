import type { IDataObject } from 'n8n-workflow';

import { ItemFailure, mayHaveHappened, type Failure } from '../contract/failure';
import type { Outcome, RowResult } from '../contract/outcome';
import { numberFrom } from '../values/text';

/** A row that needs no request, with what its item brings. */
export class DoneRow {
	constructor(readonly row: IDataObject) {}
}

/** Whether a row was carried out, or may have been. */
export const mayBeDone = (result: RowResult): boolean =>
	!('failure' in result) || mayHaveHappened(result.failure) || result.failure.mayBeDone === true;

/** For a row that the answer to an accepted batch does not mention. */
export const missingRow: RowResult = {
	failure: {
		kind: 'unknown',
		message: 'The outcome is unknown: the batch was accepted, but the answer says nothing about this row',
		description: 'Look up the record at the vendor before you repeat it.',
	},
};

/** For a row whose turn did not come. */
export const notSent: RowResult = {
	failure: {
		kind: 'skipped',
		message: 'Not sent: another row ended the run',
		description: 'Nothing happened for this item. Run it again.',
	},
};

/** The result of a row in a batch, as an earlier try has left it. */
export const resultOf = ({ rows, failure }: Outcome): RowResult =>
	failure ? { failure } : { row: rows[0]?.json ?? {} };

const sameAs = (index: number, result: RowResult): RowResult =>
	'failure' in result
		? { failure: { ...result.failure, message: `Same as item ${index}: ${result.failure.message}` } }
		: result;

/** What a row that repeats another item's gets. @param told what it says of that one's result; the same when absent */
export function duplicateOf(
	index: number,
	result: RowResult,
	told = (row: IDataObject): IDataObject => row,
): RowResult {
	const same = sameAs(index, result);
	if ('failure' in same) return same;
	return { row: { ...told(same.row), duplicateOfItem: index, note: `Not sent: it is the same as item ${index}` } };
}

const ofEarlierRun = (index: number): string => `item ${index} of an earlier run of this node`;

/** For a row that repeats an item's of an earlier run. */
export const duplicateOfEarlierRun = (index: number, row: IDataObject): RowResult => ({
	row: { ...row, note: `Not sent: it is the same as ${ofEarlierRun(index)}` },
});

/** The number that the vendor knows the record by; null when it is not at hand. */
export function idIn(result: RowResult): number | null {
	const id = 'failure' in result ? NaN : numberFrom(result.row.id);
	return Number.isSafeInteger(id) ? id : null;
}

/** For a row that builds on another item's of the same record, about which too little is known: this one was not sent. */
const buildsOn = (item: string, { message, description }: Pick<Failure, 'message' | 'description'>): ItemFailure =>
	new ItemFailure({
		kind: 'unavailable',
		message: `Not sent: it changes the record of ${item}, and the result of that item is missing. ${message}`,
		description: `Nothing happened for this item. When you know the ID of the record, run this item alone with it. Of ${item}: ${description}`,
	});

/** What an item of an earlier run brought. @throws ItemFailure when it is not known */
export function rowOfEarlierRun({ index, id }: { index: number; id: number | null }): IDataObject {
	if (id !== null) return { id };
	throw buildsOn(ofEarlierRun(index), {
		message: 'Its outcome is unknown, or its answer had no ID',
		description: 'Look up the record at the vendor.',
	});
}

/**
 * What another item's row of the same record brought.
 * @throws ItemFailure when it brought nothing
 */
export function rowOf(index: number, result: RowResult): IDataObject {
	if ('failure' in result && mayHaveHappened(result.failure)) throw buildsOn(`item ${index}`, result.failure);
	const same = sameAs(index, result);
	if ('failure' in same) throw new ItemFailure(same.failure);
	return same.row;
}
