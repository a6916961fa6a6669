import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Bench } from './bench';
import { hintsOf } from './engine';

/** A run over these rows, each to its own outcome: the requests, the outcome of each row, and the hints over the output. */
export async function outcome(bench: Bench, parameters: INodeParameters, rows: IDataObject[] = [{}]) {
	const result = await bench.run(parameters, { items: rows, settings: { onError: 'continueRegularOutput' } });
	const items = result.items.map(({ json }) => json);
	const told = items.flatMap(({ error }) => (error === undefined ? [] : [String(error)]));
	return {
		sent: bench.requests().map(({ method, path, query, body }) => ({ method, path, query, body })),
		items,
		told,
		hint: hintsOf(result).join(' '),
	};
}
