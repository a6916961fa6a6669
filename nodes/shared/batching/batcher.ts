import type { IDataObject } from 'n8n-workflow';

import { sendingFailure, type Failure } from '../contract/failure';
import { ItemsHeldBack } from '../contract/intent';
import type { CreatedRecords, Performance, RowsClient } from '../contract/operation';
import { outcomeOf, type RowResult } from '../contract/outcome';
import { ranges } from '../values/ranges';
import type { Batching, Entry } from './batching';
import { chunk } from './chunks';
import { isAboutRows, isolatingRefused } from './isolate';
import { settleRepeat, withoutRepeats } from './repeat';
import { inItems } from './rowsInWords';
import {
	DoneRow,
	duplicateOfEarlierRun,
	idIn,
	mayBeDone,
	missingRow,
	notSent,
	rowOf,
	rowOfEarlierRun,
} from './rowResult';

type EarlierMade = ReturnType<CreatedRecords['earlier']>;

interface SentRow {
	index: number;
	result: RowResult;
}

/** Sends the rows of a run that share a target in as few requests as the API allows, one request after another. */
export class Batcher<Row, To> {
	/** The last row of each record that was sent and done, or may be done, with the item it belongs to. */
	private readonly sentByRecord = new Map<string, SentRow>();

	/** Results that come later. */
	private readonly pending: Array<Promise<void>> = [];

	constructor(
		private readonly batching: Batching<Row, To>,
		private readonly target: To,
		private readonly max: number,
		private readonly performance: Pick<Performance, 'run' | 'time' | 'api' | 'notDone' | 'records'>,
	) {}

	/** Notes what an earlier try or request has done. */
	note({ index, key, record, isMade }: Entry<Row>, result: RowResult): void {
		if (record === undefined || !mayBeDone(result)) return;
		this.sentByRecord.set(record, { index, result });
		if (isMade) this.performance.records.keep(record, key, { index, id: idIn(result) });
	}

	/**
	 * Sends the wanted rows and settles their items. A row that repeats an earlier one is not sent: it gets the same
	 * result.
	 * @param entries all rows of the target, in order, including settled ones
	 */
	async send(entries: Array<Entry<Row>>, wanted: ReadonlySet<number>): Promise<void> {
		const { sent, repeats } = withoutRepeats(entries, wanted);
		await this.sendAll(sent);
		await Promise.all(this.pending);
		const { repeated = (_, brought) => brought } = this.batching;
		for (const [{ index, row }, first] of repeats)
			settleRepeat(this.performance.run, index, first, (brought) => repeated(row, brought));
	}

	private async sendAll(entries: Array<Entry<Row>>): Promise<void> {
		const { exclusively = async (_, work) => await work(), sizeOf = () => 1 } = this.batching;
		for (const group of chunk(
			entries,
			this.max,
			({ record }) => record,
			({ row }) => sizeOf(row),
		)) {
			await exclusively(
				group.map(({ row }) => row),
				async () => await this.sendChunk(group),
				this.apiFor(group),
			);
		}
	}

	private async sendChunk(chunked: Array<Entry<Row>>): Promise<void> {
		const { run } = this.performance;
		const group = run.stopped ? chunked : await this.completed(chunked);
		if (run.stopped)
			return this.settleAll(
				group,
				group.map(() => notSent),
			);
		if (group.length === 0) return;
		if (this.batching.refusedRow && !run.stopOnFailure) {
			const results = await isolatingRefused(
				group,
				async (part) => await this.accepted(part),
				this.batching.refusedRow,
			);
			return this.settleAll(
				group,
				group.map((entry, place) => this.ofRow(entry, results[place] ?? missingRow)),
			);
		}
		await this.sendGroup(group);
	}

	private async sendGroup(group: Array<Entry<Row>>): Promise<void> {
		try {
			const { results } = await this.sent(group);
			const settled = settledResults(group, results).then((found) => this.settleAll(group, found));
			this.pending.push(settled);
			// Immediate results may end the run; later results do not delay the next batch.
			await Promise.race([settled, this.performance.time.sleep(0)]);
		} catch (thrown) {
			if (!(thrown instanceof ItemsHeldBack))
				return this.settleAll(group, this.refusedTogether(group, sendingFailure(thrown)));
			const { heldBack, rest } = partedBy(thrown, group);
			this.settleAll(
				heldBack.map(([entry]) => entry),
				heldBack.map(([, result]) => result),
			);
			if (rest.length > 0) await this.sendGroup(rest);
		}
	}

	private async sent(group: Array<Entry<Row>>): ReturnType<Batching<Row, To>['send']> {
		return await this.batching.send(
			this.target,
			group.map(({ row }) => row),
			this.apiFor(group),
		);
	}

	/** For requests that are about all these rows. */
	private apiFor(group: Array<Entry<Row>>): RowsClient {
		const indexes = group.map(({ index }) => index);
		const { api, notDone } = this.performance;
		const [first = 0] = indexes;
		return {
			...api(first, indexes),
			ofRow: (place) => api(indexes[place] ?? first),
			notDone: (place) => notDone(indexes[place] ?? first),
		};
	}

	/** Rows that can be sent, completed; the other rows get their result here. */
	private async completed(chunked: Array<Entry<Row>>): Promise<Array<Entry<Row>>> {
		const { complete } = this.batching;
		if (!complete) return chunked;
		const ready = await Promise.all(
			chunked.map(async (entry) => {
				try {
					const made = this.madeEarlier(entry);
					const earlier = this.earlierOf(entry, made);
					if (made?.isEqual) {
						this.settleAll([entry], [duplicateOfEarlierRun(made.index, earlier ?? {})]);
						return [];
					}
					const row = await complete(entry.row, earlier, this.target, this.apiFor([entry]));
					if (!(row instanceof DoneRow)) return [{ ...entry, row }];
					this.settleAll([entry], [{ row: row.row }]);
					return [];
				} catch (thrown) {
					this.settleAll([entry], [{ failure: sendingFailure(thrown) }]);
					return [];
				}
			}),
		);
		return ready.flat();
	}

	private earlierOf({ index, record }: Entry<Row>, made: EarlierMade): IDataObject | undefined {
		const earlier = record === undefined ? undefined : this.sentByRecord.get(record);
		if (earlier && earlier.index !== index) return rowOf(earlier.index, earlier.result);
		return made && rowOfEarlierRun(made);
	}

	private madeEarlier({ record, key, isMade }: Entry<Row>): EarlierMade {
		return isMade && !this.sentByRecord.has(record ?? '') ? this.performance.records.earlier(record, key) : undefined;
	}

	private async accepted(group: Array<Entry<Row>>): Promise<RowResult[]> {
		const sent = this.sent(group).then(async ({ results }) => await settledResults(group, results));
		return await sent.catch(async (thrown: unknown) => {
			if (!(thrown instanceof ItemsHeldBack)) throw thrown;
			const { heldBack, rest } = partedBy(thrown, group);
			const others = rest.length > 0 ? await this.accepted(rest) : [];
			const results = new Map([
				...heldBack,
				...rest.map((entry, place) => [entry, others[place] ?? missingRow] as const),
			]);
			return group.map((entry) => results.get(entry) ?? missingRow);
		});
	}

	/** In Stop mode, nothing more is sent to find the row, so the API's word decides. */
	private refusedTogether(group: Array<Entry<Row>>, refusal: Failure): RowResult[] {
		const { refusedRow } = this.batching;
		const failure = this.inItems(refusal, group);
		if (!refusedRow || group.length === 1 || !isAboutRows(refusal)) return group.map(() => ({ failure }));
		const culprit = group[refusedRow(refusal) ?? -1];
		if (!culprit)
			return group.map(() => ({
				failure: oneOf(
					group.map(({ index }) => index),
					failure,
				),
			}));
		return group.map(({ index }) => (index === culprit.index ? { failure } : notSent));
	}

	/** The result of a faulty row that was tried alone. */
	private ofRow(entry: Entry<Row>, result: RowResult): RowResult {
		return 'failure' in result ? { failure: this.inItems(result.failure, [entry]) } : result;
	}

	private inItems(failure: Failure, group: Array<Entry<Row>>): Failure {
		const { rowsMember, sizeOf = () => 1 } = this.batching;
		if (rowsMember === undefined) return failure;
		return inItems(
			failure,
			rowsMember,
			group.map(({ index, row }) => ({ index, size: sizeOf(row) })),
		);
	}

	private settleAll(group: Array<Entry<Row>>, results: RowResult[]): void {
		group.forEach((entry, place) => {
			const result = results[place] ?? missingRow;
			this.note(entry, result);
			this.performance.run.settle(entry.index, outcomeOf(result));
		});
	}
}

/** The batch was accepted, so it must not be sent again, even if its answer is faulty. */
async function settledResults<Row>(group: Array<Entry<Row>>, results: Promise<RowResult[]>): Promise<RowResult[]> {
	try {
		return await results;
	} catch (thrown) {
		return group.map(() => ({ failure: { ...sendingFailure(thrown), kind: 'unknown' } }));
	}
}

/** Divides the rows into those that must not be sent, with their results, and the others. */
function partedBy<Row>({ failures }: ItemsHeldBack, group: Array<Entry<Row>>) {
	const heldBack: Array<[Entry<Row>, RowResult]> = [];
	const rest: Array<Entry<Row>> = [];
	for (const entry of group) {
		const failure = failures.get(entry.index);
		if (failure) heldBack.push([entry, { failure }]);
		else rest.push(entry);
	}
	return { heldBack, rest };
}

const oneOf = (items: number[], failure: Failure): Failure => ({
	...failure,
	message: `${failure.message}. The cause is one of the items ${ranges(items)}, and the answer does not say which`,
	description: `${failure.description} The API takes all rows of a request or none, so nothing was done. Set On Error of this node to Continue: then the bad row is found and the others go through.`,
});
