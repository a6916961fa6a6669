import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

import type { Failure } from './failure';

/** What an operation brings for an item: data alone, or data with a file. */
export interface OutputRow {
	json: IDataObject;
	binary?: IBinaryKeyData;
	/** What this package says of it, apart from what others call so: of models, it is taken at its word. */
	told?: { notice?: string; note?: string };
}

/** What became of one input item: the rows it brought, or why it brought none. Plain data, so that n8n can store it. */
export type Outcome = { rows: OutputRow[]; failure?: undefined } | { rows?: undefined; failure: Failure };

/** What became of one row of a batch. */
export type RowResult = { row: IDataObject } | { failure: Failure };

/** An outcome of data alone. */
export const rowsOutcome = (rows: IDataObject[]): Outcome => ({ rows: rows.map((json) => ({ json })) });

/** What an item is told of its row. */
export const outcomeOf = (result: RowResult): Outcome =>
	'failure' in result ? { failure: result.failure } : rowsOutcome([result.row]);
