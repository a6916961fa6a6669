import { afterEach, expect } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { endpointsOfResource, nameless, type Among } from '../support/endpoints';
import type { Bench, RunOptions } from './bench';
import type { NodeResult, NodeRun } from './engine';

/**
 * The operations of one resource on a bench of their own, which notes the endpoints they reach.
 * @param among those that the test file is about
 */
export function operationsOn<B extends Bench>(bench: B, resource: string, among: Among = {}) {
	const endpoints = endpointsOfResource(bench.nodeType(), resource, among);
	const reached = new Set<string>();

	afterEach(() => {
		for (const { method, route } of bench.requests()) reached.add(nameless(`${method} ${route}`));
	});

	const run = async (
		operation: string,
		parameters: NodeRun['parameters'] = {},
		rest: RunOptions = {},
	): Promise<NodeResult> => await bench.run({ resource, operation, ...parameters }, rest);

	return {
		bench,
		run,

		/** The output rows of a run that must succeed. */
		async rows(...call: Parameters<typeof run>): Promise<IDataObject[]> {
			const { items, error } = await run(...call);
			expect(error?.message).toBeUndefined();
			return items.map(({ json }) => json);
		},

		/** What went over the wire: method and path, with query and body where there are any. */
		sent() {
			return bench.requests().map(({ method, path, query, body }) => ({
				to: `${method} ${path}`,
				...(Object.keys(Object(query)).length > 0 && { query }),
				...(body !== null && { body }),
			}));
		},

		/**
		 * After all tests of the file: nothing of what its operations say they reach is left out, and nothing else reached.
		 * @param others endpoints of other resources that the tests use to prepare
		 */
		expectAllEndpointsReached(...others: string[]) {
			const expected = [...endpoints, ...others];
			expect({
				'no test in this file reaches': endpoints.filter((endpoint) => !reached.has(endpoint)),
				'no operation of this resource names': [...reached].filter((endpoint) => !expected.includes(endpoint)),
			}).toEqual({ 'no test in this file reaches': [], 'no operation of this resource names': [] });
		},
	};
}
