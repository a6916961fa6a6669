import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../contract/failure';
import type { ApiClient, RowsClient } from '../contract/operation';
import type { RowResult } from '../contract/outcome';
import type { DoneRow } from './rowResult';

/** How the rows of one target are sent. */
export interface Batching<Row, To> {
	/** Equal for rows with the same effect. */
	keyOf: (row: Row) => string;
	/** Equal for rows that change the same record. They are sent one after another, in separate requests. */
	recordOf?: (row: Row) => string | undefined;
	/**
	 * The result of a row that repeats another item's.
	 * @param first the other item's rows
	 */
	repeated?: (row: Row, first: IDataObject) => IDataObject;
	/** Whether the row creates its record, which then has a number as its `id`. It is created once in an execution. */
	makes?: (row: Row) => boolean;
	/** The row's size, of the most that a request may hold; 1 when absent. */
	sizeOf?: (row: Row) => number;
	/**
	 * Completes a row right before it is sent. Throws ItemFailure when the row cannot be sent after all.
	 * @param earlier the result of an earlier row of the same record; from an earlier run only its ID
	 */
	complete?: (row: Row, earlier: IDataObject | undefined, target: To, api: ApiClient) => Promise<Row | DoneRow>;
	/**
	 * Runs the work on these rows, from completing them to their results, while no other work changes their records.
	 */
	exclusively?: (rows: Row[], work: () => Promise<void>, api: ApiClient) => Promise<void>;
	/** The member of a request's body that holds the rows; the vendor may name a row by it. */
	rowsMember?: string;
	/** For an API that takes all rows of a request or none: the index of the row that a refusal is about, if it says so. */
	refusedRow?: (failure: Failure) => number | undefined;
	/**
	 * Sends one request for these rows. After it is accepted, the results may come later (an import that goes on).
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
