/** A request that a dry run would have sent. Plain data. */
export interface PlannedRequest {
	/** Counts the requests of the run, from 1. */
	number: number;
	method: string;
	/** Without its query. */
	url: string;
	query?: Record<string, unknown>;
	/** Without the secrets that it would carry; undefined where it has none. */
	body?: unknown;
	/** Indexes of the items that it is for. */
	items: readonly number[];
}
