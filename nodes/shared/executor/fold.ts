import type { IDataObject } from 'n8n-workflow';

import { ItemFailure, sendingFailure, type Failure } from './failure';
import type { Attempt } from './run';
import type { Time } from './time';

/** What became of one row of a batch. */
export type RowResult = { row: IDataObject } | { failure: Failure };

/** How the rows of one target are sent. */
export interface Batch<Row> {
	/** Most rows the API takes in one request. */
	max: number;
	/** Equal for rows that would do the same thing twice. */
	keyOf: (row: Row) => string;
	/**
	 * Sends one request for these rows. Once it is accepted, the results may still take their time (an import that runs on).
	 * @returns per row, in order
	 */
	send(rows: Row[]): Promise<{ results: Promise<RowResult[]> }>;
}

/** Rows that were carried out, or may have been, in any pass of a run: with the item that brought them, by key. */
export type SentRows = Map<string, { item: number; result: RowResult }>;

interface FoldedRow<Row> {
	item: number;
	key: string;
	row: Row;
	settle: (result: RowResult) => void;
}

/** `rows` in order, in pieces of at most `max`. */
export function chunk<T>(rows: T[], max: number): T[][] {
	const chunks: T[][] = [];
	for (let start = 0; start < rows.length; start += max) chunks.push(rows.slice(start, start + max));
	return chunks;
}

/**
 * Collects the rows that the items of one pass have for one target into as few requests as the API allows, one after
 * another, and hands every item its own result. A row that repeats an earlier one is not sent.
 */
export class Fold<Row> {
	private waiting: Array<FoldedRow<Row>> = [];

	private isFlushing = false;

	private readonly firstWith = new Map<string, { item: number; result: Promise<RowResult> }>();

	constructor(
		private readonly batch: Batch<Row>,
		private readonly attempt: Attempt,
		private readonly time: Time,
		private readonly sent: SentRows = new Map(),
	) {}

	/** @returns the item's row as the API reported it */
	async add(item: number, row: Row): Promise<IDataObject> {
		const key = this.batch.keyOf(row);
		const earlier = this.sent.get(key);
		if (earlier && earlier.item !== item) return duplicateOf(earlier.item, earlier.result);
		const first = this.firstWith.get(key);
		if (first) return duplicateOf(first.item, await first.result);
		const result = new Promise<RowResult>((settle) => this.waiting.push({ item, key, row, settle }));
		this.firstWith.set(key, { item, result });
		void this.flush();
		return rowOf(await result);
	}

	/** Sends once the tick is over in which n8n starts all items. */
	private async flush(): Promise<void> {
		if (this.isFlushing) return;
		this.isFlushing = true;
		await this.time.sleep(0);
		const waiting = this.waiting;
		this.waiting = [];
		this.isFlushing = false;
		for (const group of chunk(waiting, this.batch.max)) await this.sendChunk(group);
	}

	private async sendChunk(group: Array<FoldedRow<Row>>): Promise<void> {
		const failAll = (failure: Failure) => this.settleAll(group, group.map(() => ({ failure })));
		if (this.attempt.stopped) return failAll(notSent);
		try {
			const { results } = await this.batch.send(group.map(({ row }) => row));
			const settled = results.then(
				(told) => this.settleAll(group, told),
				// The batch was accepted, so whatever is wrong with the answer, it must not be sent again.
				(error) => failAll({ ...sendingFailure(error), kind: 'unknown' }),
			);
			// Results that are there at once may end the run; those that take their time do not hold the next batch up.
			await Promise.race([settled, this.time.sleep(0)]);
		} catch (error) {
			failAll(sendingFailure(error));
		}
	}

	private settleAll(group: Array<FoldedRow<Row>>, results: RowResult[]): void {
		group.forEach(({ item, key, settle }, index) => {
			const result = results[index] ?? { failure: missingRow };
			if ('failure' in result) this.attempt.noteFailure();
			if (!('failure' in result) || result.failure.kind === 'unknown') this.sent.set(key, { item, result });
			settle(result);
		});
	}
}

function rowOf(result: RowResult): IDataObject {
	if ('failure' in result) throw new ItemFailure(result.failure);
	return result.row;
}

function duplicateOf(item: number, result: RowResult): IDataObject {
	if ('failure' in result) {
		const { failure } = result;
		throw new ItemFailure({ ...failure, message: `Same as item ${item}: ${failure.message}` });
	}
	return { ...result.row, duplicateOfItem: item, note: `Not sent: it is the same as item ${item}` };
}

const notSent: Failure = {
	kind: 'skipped',
	message: 'Not sent: an earlier batch ended the run',
	description: 'Nothing happened for this item. Run it again.',
};

const missingRow: Failure = {
	kind: 'unknown',
	message: 'The outcome is unknown: the batch was accepted, but the answer says nothing about this row',
	description: 'Look the record up at the vendor before you repeat it.',
};
