import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { displayConditions, type OperationsByResource } from '../../../nodes/shared/fields/displayConditions';

const OPERATIONS = ['create', 'delete', 'get', 'getAll'];

/** Some of the operations of some resources, with all that the node has. */
const someOf: fc.Arbitrary<{ all: OperationsByResource; places: OperationsByResource }> = fc
	.dictionary(
		fc.constantFrom('agent', 'call', 'lead', 'prompt'),
		fc.dictionary(fc.constantFrom(...OPERATIONS), fc.boolean(), { minKeys: 1 }),
		{ minKeys: 1 },
	)
	.map((chosen) => {
		const all = Object.entries(chosen).map(([resource, own]) => [resource, new Set(Object.keys(own))] as const);
		const places = Object.entries(chosen).flatMap(([resource, own]) => {
			const wanted = Object.keys(own).filter((operation) => own[operation]);
			return wanted.length > 0 ? [[resource, new Set(wanted)] as const] : [];
		});
		return { all: new Map(all), places: new Map(places) };
	});

describe('the conditions of a field that several operations show', () => {
	it('show it once for each of them, and not for other operations of the node', () => {
		fc.assert(
			fc.property(someOf, ({ all, places }) => {
				const conditions = displayConditions(places, all);
				for (const [resource, operations] of all) {
					for (const operation of operations) {
						const times = conditions.filter(
							(shown) => (shown.resource?.includes(resource) ?? true) && shown.operation.includes(operation),
						).length;
						expect([resource, operation, times]).toEqual([
							resource,
							operation,
							places.get(resource)?.has(operation) ? 1 : 0,
						]);
					}
				}
			}),
		);
	});

	it('are one condition if the same operations of several resources show it', () => {
		const all = new Map(['agent', 'call', 'lead'].map((resource) => [resource, new Set(OPERATIONS)]));
		const places = new Map(['agent', 'lead'].map((resource) => [resource, new Set(['create', 'get'])]));
		expect(displayConditions(places, all)).toEqual([{ resource: ['agent', 'lead'], operation: ['create', 'get'] }]);
	});
});
