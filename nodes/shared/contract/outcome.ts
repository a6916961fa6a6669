import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

import type { Failure } from './failure';

/** An operation's output for an item: data alone, or data with a file. */
export interface OutputRow {
	json: IDataObject;
	binary?: IBinaryKeyData;
	/** Notes of this package, separate from the vendor's members: models may trust them. */
	told?: { notice?: string; note?: string };
}

/** The outcome of one input item: its rows, or why it has none. Plain data, so that n8n can store it. */
export type Outcome = { rows: OutputRow[]; failure?: undefined } | { rows?: undefined; failure: Failure };

/** The outcome of one row of a batch. */
export type RowResult = { row: IDataObject } | { failure: Failure };

/** An outcome of data alone. */
export const rowsOutcome = (rows: IDataObject[]): Outcome => ({ rows: rows.map((json) => ({ json })) });

/** Notes for an item about its row. */
export const outcomeOf = (result: RowResult): Outcome =>
	'failure' in result ? { failure: result.failure } : rowsOutcome([result.row]);
