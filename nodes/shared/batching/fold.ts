import type { IDataObject } from 'n8n-workflow';

import { chunk } from './chunks';
import { ItemFailure, sendingFailure, type Failure } from '../contract/failure';
import { isAboutRows, isolatingRefused } from './isolate';
import { ranges } from '../run/report';
import { mayBeDone, missingRow, type RowResult } from './rowResult';
import type { Attempt } from '../run/run';
import type { Time } from '../contract/time';

/** How the rows of one target are sent. */
export interface Batch<Row> {
	/** Most rows the API takes in one request. */
	max: number;
	/** Equal for rows that would do the same thing twice. */
	keyOf: (row: Row) => string;
	/** Equal for rows that change the same record. They go one after another, in requests of their own. */
	recordOf?: (row: Row) => string | undefined;
	/**
	 * Completes a row right before it is sent. Throws ItemFailure when the row cannot be sent after all.
	 * @param earlier what an earlier row of the same record brought
	 */
	complete?: (row: Row, earlier: IDataObject | undefined) => Promise<Row>;
	/** Runs the work on these rows, from completing them to their results, when nobody else works on their records. */
	exclusively?: (rows: Row[], work: () => Promise<void>) => Promise<void>;
	/** For an API that takes all rows of a request or none: the index of the row that a refusal is about, if it says so. */
	refusedRow?: (failure: Failure) => number | undefined;
	/**
	 * Sends one request for these rows. Once it is accepted, the results may still take their time (an import that runs on).
	 * @returns per row, in order
	 */
	send(rows: Row[]): Promise<{ results: Promise<RowResult[]> }>;
}

interface SentRow {
	item: number;
	result: RowResult;
}

/** Rows that were carried out, or may have been, in any pass of a run: with the item that brought them. */
export class SentRows {
	readonly byKey = new Map<string, SentRow>();

	readonly byRecord = new Map<string, SentRow>();
}

interface FoldedRow<Row> {
	item: number;
	key: string;
	record: string | undefined;
	row: Row;
	settle: (result: RowResult) => void;
}

/**
 * Collects the rows that the items of one pass have for one target into as few requests as the API allows, one after
 * another, and hands every item its own result. A row that repeats an earlier one is not sent.
 */
export class Fold<Row> {
	private waiting: Array<FoldedRow<Row>> = [];

	private isFlushing = false;

	private sending: Promise<void> = Promise.resolve();

	private readonly firstWith = new Map<string, { item: number; result: Promise<RowResult> }>();

	constructor(
		private readonly batch: Batch<Row>,
		private readonly attempt: Attempt,
		private readonly time: Time,
		private readonly sent: SentRows = new SentRows(),
	) {}

	/** @returns the item's row as the API reported it */
	async add(item: number, row: Row): Promise<IDataObject> {
		const key = this.batch.keyOf(row);
		const earlier = this.sent.byKey.get(key);
		if (earlier && earlier.item !== item) return duplicateOf(earlier.item, earlier.result);
		const first = this.firstWith.get(key);
		if (first) return duplicateOf(first.item, await first.result);
		const record = this.batch.recordOf?.(row);
		const result = new Promise<RowResult>((settle) => this.waiting.push({ item, key, record, row, settle }));
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
		// Rows that come later wait for those before them, as they may change the same records.
		this.sending = this.sending.then(async () => await this.sendAll(waiting));
		await this.sending;
	}

	private async sendAll(waiting: Array<FoldedRow<Row>>): Promise<void> {
		const { exclusively = async (_, work) => await work() } = this.batch;
		for (const group of chunk(waiting, this.batch.max, ({ record }) => record)) {
			await exclusively(
				group.map(({ row }) => row),
				async () => await this.sendChunk(group),
			);
		}
	}

	private async sendChunk(chunked: Array<FoldedRow<Row>>): Promise<void> {
		const group = this.attempt.stopped ? chunked : await this.completed(chunked);
		if (this.attempt.stopped) return this.settleAll(group, group.map(() => ({ failure: notSent })));
		if (group.length === 0) return;
		const rows = group.map(({ row }) => row);
		if (this.batch.refusedRow && !this.attempt.stopOnFailure) {
			const results = await isolatingRefused(rows, async (part) => await this.accepted(part), this.batch.refusedRow);
			return this.settleAll(group, results);
		}
		try {
			const { results } = await this.batch.send(rows);
			const settled = settledResults(rows, results).then((told) => this.settleAll(group, told));
			// Results that are there at once may end the run; those that take their time do not hold the next batch up.
			await Promise.race([settled, this.time.sleep(0)]);
		} catch (error) {
			this.settleAll(group, this.refusedTogether(group, sendingFailure(error)));
		}
	}

	/** Rows that can be sent, with what they lacked; the others get their result here. */
	private async completed(chunked: Array<FoldedRow<Row>>): Promise<Array<FoldedRow<Row>>> {
		const { complete } = this.batch;
		if (!complete) return chunked;
		const ready = await Promise.all(
			chunked.map(async (folded) => {
				try {
					return [{ ...folded, row: await complete(folded.row, this.earlierOf(folded)) }];
				} catch (error) {
					this.settleAll([folded], [{ failure: sendingFailure(error) }]);
					return [];
				}
			}),
		);
		return ready.flat();
	}

	private earlierOf({ item, record }: FoldedRow<Row>): IDataObject | undefined {
		const earlier = record === undefined ? undefined : this.sent.byRecord.get(record);
		if (!earlier || earlier.item === item) return undefined;
		return rowOf(earlier.result, earlier.item);
	}

	private async accepted(rows: Row[]): Promise<RowResult[]> {
		const { results } = await this.batch.send(rows);
		return await settledResults(rows, results);
	}

	/** In Stop mode nothing more is sent to find the row, so the API's word must do. */
	private refusedTogether(group: Array<FoldedRow<Row>>, failure: Failure): RowResult[] {
		const { refusedRow } = this.batch;
		if (!refusedRow || group.length === 1 || !isAboutRows(failure)) return group.map(() => ({ failure }));
		const culprit = group[refusedRow(failure) ?? -1];
		if (!culprit) return group.map(() => ({ failure: oneOf(group.map(({ item }) => item), failure) }));
		return group.map(({ item }) => ({ failure: item === culprit.item ? failure : notSent }));
	}

	private settleAll(group: Array<FoldedRow<Row>>, results: RowResult[]): void {
		group.forEach(({ item, key, record, settle }, index) => {
			const result = results[index] ?? missingRow;
			if ('failure' in result) this.attempt.noteFailure();
			if (mayBeDone(result)) {
				this.sent.byKey.set(key, { item, result });
				if (record !== undefined) this.sent.byRecord.set(record, { item, result });
			}
			settle(result);
		});
	}
}

/** The batch was accepted, so whatever is wrong with the answer, it must not be sent again. */
async function settledResults<Row>(rows: Row[], results: Promise<RowResult[]>): Promise<RowResult[]> {
	try {
		return await results;
	} catch (error) {
		return rows.map(() => ({ failure: { ...sendingFailure(error), kind: 'unknown' } }));
	}
}

/** @param item the one whose result it is, when another item asks */
function rowOf(result: RowResult, item?: number): IDataObject {
	if (!('failure' in result)) return result.row;
	const { failure } = result;
	throw new ItemFailure(item === undefined ? failure : { ...failure, message: `Same as item ${item}: ${failure.message}` });
}

function duplicateOf(item: number, result: RowResult): IDataObject {
	return { ...rowOf(result, item), duplicateOfItem: item, note: `Not sent: it is the same as item ${item}` };
}

const oneOf = (items: number[], failure: Failure): Failure => ({
	...failure,
	message: `${failure.message}. One of the items ${ranges(items)} is the reason, and the answer does not say which`,
	description: `${failure.description} The API takes all rows of a request or none, so none of them was carried out. Set On Error of this node to Continue: then the row is found and the others go through.`,
});

const notSent: Failure = {
	kind: 'skipped',
	message: 'Not sent: another row ended the run',
	description: 'Nothing happened for this item. Run it again.',
};
