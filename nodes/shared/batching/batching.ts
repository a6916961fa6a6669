import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../contract/failure';
import type { ApiClient, RowsClient } from '../contract/operation';
import type { RowResult } from '../contract/outcome';
import type { DoneRow } from './rowResult';

/** How the rows of one target are sent. */
export interface Batching<Row, To> {
	/** Equal for rows that would do the same thing twice. */
	keyOf: (row: Row) => string;
	/** Equal for rows that change the same record. They go one after another, in requests of their own. */
	recordOf?: (row: Row) => string | undefined;
	/** What a row that repeats another item's tells of it. @param first what that one brought */
	repeated?: (row: Row, first: IDataObject) => IDataObject;
	/** Whether the row makes its record, which has a number for its `id` then. It is made once in an execution. */
	makes?: (row: Row) => boolean;
	/** What a row counts of the most that a request may hold; 1 when absent. */
	sizeOf?: (row: Row) => number;
	/**
	 * Completes a row right before it is sent. Throws ItemFailure when the row cannot be sent after all.
	 * @param earlier what an earlier row of the same record brought; of an earlier run, its ID
	 */
	complete?: (row: Row, earlier: IDataObject | undefined, target: To, api: ApiClient) => Promise<Row | DoneRow>;
	/** Runs the work on these rows, from completing them to their results, when nothing else works on their records. */
	exclusively?: (rows: Row[], work: () => Promise<void>, api: ApiClient) => Promise<void>;
	/** The member of a request's body that holds the rows, by which the vendor may name one of them. */
	rowsMember?: string;
	/** For an API that takes all rows of a request or none: the index of the row that a refusal is about, if it says so. */
	refusedRow?: (failure: Failure) => number | undefined;
	/**
	 * Sends one request for these rows. Once it is accepted, the results may still take their time (an import that runs on).
	 * @returns per row, in order
	 */
	send(target: To, rows: Row[], api: RowsClient): Promise<{ results: Promise<RowResult[]> }>;
}

/** An item's row. */
export interface Entry<Row> {
	index: number;
	key: string;
	record: string | undefined;
	/** See `Batching.makes`. */
	isMade: boolean;
	row: Row;
}
