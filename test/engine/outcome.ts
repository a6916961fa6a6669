import { expect } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Bench } from './bench';
import { hintsOf, type NodeResult } from './engine';

/** A run over these rows, each to its own outcome: the requests, the outcome of each row, and the hints over the output. */
export async function outcome(bench: Bench, parameters: INodeParameters, rows: IDataObject[] = [{}]) {
	const result = await bench.run(parameters, { items: rows, settings: { onError: 'continueRegularOutput' } });
	const items = result.items.map(({ json }) => json);
	const errors = items.flatMap(({ error }) => (error === undefined ? [] : [String(error)]));
	return {
		sent: bench.requests().map(({ method, path, query, body }) => ({ method, path, query, body })),
		items,
		errors,
		hint: hintsOf(result).join(' '),
	};
}

/** The hints over the output of a run without an error; not those about waits. */
export function hintOf(result: NodeResult): string {
	expect(result.error?.message).toBeUndefined();
	// In scaled time a hiccup of the machine is a wait of seconds.
	return hintsOf(result)
		.join(' ')
		.replace(/Waited [^.]*\.\s*/, '');
}
