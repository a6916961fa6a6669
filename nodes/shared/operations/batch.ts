import type { IncomingResponse } from '../contract/exchange';
import type { ApiClient, ApiRequest, Operation } from '../contract/operation';
import type { RowResult } from '../batching/rowResult';
import { folded, type FoldedRows, type Target } from './folded';

export interface BatchRequest<Row, To extends Target> extends Omit<FoldedRows<Row, To>, 'send'> {
	/** The request for these rows. */
	request: (target: To, rows: Row[]) => ApiRequest;
	/** Response to one result for each row, in order. May ask the vendor further until results are there. */
	results: (
		response: IncomingResponse,
		rows: Row[],
		target: To,
		api: ApiClient,
	) => RowResult[] | Promise<RowResult[]>;
}

/** Folds the items of a run that have the same target into as few requests as the API allows. */
export const batch = <Row, To extends Target>({ request, results, ...rows }: BatchRequest<Row, To>): Operation =>
	folded<Row, To>({
		...rows,
		async send(target, sent, api) {
			const response = await api.send(request(target, sent));
			return { results: Promise.resolve(results(response, sent, target, api)) };
		},
	});
