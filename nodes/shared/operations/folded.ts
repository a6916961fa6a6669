import type { IDataObject } from 'n8n-workflow';

import { Fold, SentRows, type Batch } from '../batching/fold';
import type { ApiClient, ItemParameters, Operation } from '../contract/operation';
import type { Attempt } from '../run/run';
import { advising, type Advice } from './advice';

/** The options and ids that rows must share to travel together, such as the campaign. */
export type Target = Record<string, unknown>;

/** How the rows of a run's items are brought together and sent. */
export interface FoldedRows<Row, To extends Target>
	extends Pick<Batch<Row>, 'keyOf' | 'recordOf' | 'refusedRow'>, Advice {
	/** Most rows that are sent at once. */
	max: number | ((target: To) => number);
	/** Reads what this item shares with others. Throws ItemFailure when unfit. */
	target: (item: ItemParameters) => To;
	/** Reads and checks this item's row. Throws ItemFailure when unfit. */
	row: (item: ItemParameters) => Row;
	/** Completes a row right before it is sent, see `Batch`. */
	complete?: (row: Row, earlier: IDataObject | undefined, target: To, api: ApiClient) => Promise<Row>;
	/** See `Batch`. */
	exclusively?: (rows: Row[], work: () => Promise<void>, api: ApiClient) => Promise<void>;
	/** See `Batch`. */
	send: (target: To, rows: Row[], api: ApiClient) => ReturnType<Batch<Row>['send']>;
}

/** Folds the items of a run that have the same target, and sends their rows together. */
export function folded<Row, To extends Target>(definition: FoldedRows<Row, To>): Operation {
	const { max, keyOf, recordOf, refusedRow, complete, exclusively, send } = definition;
	const foldsOf = new WeakMap<Attempt, Map<string, Fold<Row>>>();
	const sentOf = new WeakMap<object, Map<string, SentRows>>();

	/** What earlier passes of the run have sent to this target; their items may not come again, their likes may. */
	function sentTo(key: string, { run }: Attempt): SentRows {
		const byTarget = sentOf.get(run) ?? new Map<string, SentRows>();
		sentOf.set(run, byTarget);
		const sent = byTarget.get(key) ?? new SentRows();
		byTarget.set(key, sent);
		return sent;
	}

	function foldFor(target: To, api: ApiClient): Fold<Row> {
		const folds = foldsOf.get(api.attempt) ?? new Map<string, Fold<Row>>();
		foldsOf.set(api.attempt, folds);
		const key = JSON.stringify(target);
		const fold =
			folds.get(key) ??
			new Fold<Row>(
				{
					max: typeof max === 'function' ? max(target) : max,
					keyOf,
					recordOf,
					refusedRow,
					complete: complete && (async (row, earlier) => await complete(row, earlier, target, api)),
					exclusively: exclusively && (async (rows, work) => await exclusively(rows, work, api)),
					send: async (rows) => await send(target, rows, api),
				},
				api.attempt,
				api.time,
				sentTo(key, api.attempt),
			);
		folds.set(key, fold);
		return fold;
	}

	return advising(definition, (item) => {
		const target = definition.target(item);
		const row = definition.row(item);
		return {
			fingerprint: { target, row },
			async perform(api): Promise<IDataObject[]> {
				return [await foldFor(target, api).add(api.item, row)];
			},
		};
	});
}
