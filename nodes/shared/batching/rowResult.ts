import type { IDataObject } from 'n8n-workflow';

import { ItemFailure, mayHaveHappened, type Failure } from '../contract/failure';
import type { Outcome, RowResult } from '../contract/outcome';
import { numberFrom } from '../values/text';

/** A row that needs no request, with its item's result. */
export class DoneRow {
	constructor(readonly row: IDataObject) {}
}

/** Whether a row was sent and done, or may be done. */
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

/** For a row that was not sent because the run ended first. */
export const notSent: RowResult = {
	failure: {
		kind: 'skipped',
		message: 'Not sent: another row ended the run',
		description: 'Nothing happened for this item. Run it again.',
	},
};

/** The result of a row in a batch, as an earlier try left it. */
export const resultOf = ({ rows, failure }: Outcome): RowResult =>
	failure ? { failure } : { row: rows[0]?.json ?? {} };

const sameAs = (index: number, result: RowResult): RowResult =>
	'failure' in result
		? { failure: { ...result.failure, message: `Same as item ${index}: ${result.failure.message}` } }
		: result;

/**
 * The result of a row that repeats another item's.
 * @param told its version of that result; the same when absent
 */
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

/** For a row that repeats one of an earlier run. */
export const duplicateOfEarlierRun = (index: number, row: IDataObject): RowResult => ({
	row: { ...row, note: `Not sent: it is the same as ${ofEarlierRun(index)}` },
});

/** The vendor's number of the record; null when it is not known. */
export function idIn(result: RowResult): number | null {
	const id = 'failure' in result ? NaN : numberFrom(result.row.id);
	return Number.isSafeInteger(id) ? id : null;
}

/**
 * For a row that needs the result of another item's row for the same record, which is not known: this row was not sent.
 */
const buildsOn = (item: string, { message, description }: Pick<Failure, 'message' | 'description'>): ItemFailure =>
	new ItemFailure({
		kind: 'unavailable',
		message: `Not sent: it changes the record of ${item}, and the result of that item is missing. ${message}`,
		description: `Nothing happened for this item. When you know the ID of the record, run this item alone with it. Of ${item}: ${description}`,
	});

/**
 * The result of an item of an earlier run.
 * @throws ItemFailure when it is not known
 */
export function rowOfEarlierRun({ index, id }: { index: number; id: number | null }): IDataObject {
	if (id !== null) return { id };
	throw buildsOn(ofEarlierRun(index), {
		message: 'Its outcome is unknown, or its answer had no ID',
		description: 'Look up the record at the vendor.',
	});
}

/**
 * The result of another item's row for the same record.
 * @throws ItemFailure when there is none
 */
export function rowOf(index: number, result: RowResult): IDataObject {
	if ('failure' in result && mayHaveHappened(result.failure)) throw buildsOn(`item ${index}`, result.failure);
	const same = sameAs(index, result);
	if ('failure' in same) throw new ItemFailure(same.failure);
	return same.row;
}
