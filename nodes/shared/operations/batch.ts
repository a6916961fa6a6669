import type { IDataObject } from 'n8n-workflow';

import type { IncomingResponse } from '../executor/exchange';
import { Fold, SentRows, type Batch } from '../executor/fold';
import type { Call, ApiRequest, ApiClient, Operation } from '../executor/operation';
import type { RowResult } from '../executor/rowResult';
import type { Attempt } from '../executor/run';

/** The options and ids that rows must share to travel together, such as the campaign. */
export type Target = Record<string, unknown>;

export interface BatchRequest<Row, To extends Target> extends Pick<Batch<Row>, 'keyOf' | 'recordOf' | 'refusedRow'> {
	/** Most rows the API takes in one request. */
	max: number | ((target: To) => number);
	/** Reads what this item shares with others. Throws ItemFailure when unfit. */
	target: (call: Call) => To;
	/** Reads and checks this item's row. Throws ItemFailure when unfit. */
	row: (call: Call) => Row;
	/** Completes a row right before it is sent, see `Batch`. */
	complete?: (row: Row, earlier: IDataObject | undefined, target: To, client: ApiClient) => Promise<Row>;
	/** The request for these rows. */
	request: (target: To, rows: Row[]) => ApiRequest;
	/** Response to one result for each row, in order. May ask the vendor further until results are there. */
	results: (
		response: IncomingResponse,
		rows: Row[],
		target: To,
		client: ApiClient,
	) => RowResult[] | Promise<RowResult[]>;
}

/** Folds the items of a run that have the same target into as few requests as the API allows. */
export function batch<Row, To extends Target>(definition: BatchRequest<Row, To>): Operation {
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

	const { max, keyOf, recordOf, refusedRow, complete } = definition;

	function foldFor(target: To, client: ApiClient): Fold<Row> {
		const folds = foldsOf.get(client.attempt) ?? new Map<string, Fold<Row>>();
		foldsOf.set(client.attempt, folds);
		const key = JSON.stringify(target);
		const fold =
			folds.get(key) ??
			new Fold<Row>(
				{
					max: typeof max === 'function' ? max(target) : max,
					keyOf,
					recordOf,
					refusedRow,
					complete: complete && (async (row, earlier) => await complete(row, earlier, target, client)),
					async send(rows) {
						const response = await client.send(definition.request(target, rows));
						return { results: Promise.resolve(definition.results(response, rows, target, client)) };
					},
				},
				client.attempt,
				client.time,
				sentTo(key, client.attempt),
			);
		folds.set(key, fold);
		return fold;
	}

	return (call) => {
		const target = definition.target(call);
		const row = definition.row(call);
		return {
			fingerprint: { target, row },
			async perform(client): Promise<IDataObject[]> {
				return [await foldFor(target, client).add(client.item, row)];
			},
		};
	};
}
