/** Operations by resource. */
export type OperationsByResource = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * In the form of n8n's `displayOptions`, which name resource and operation separately: it holds for all pairs of them.
 */
interface Condition {
	/** Any when absent. */
	resource?: string[];
	operation: string[];
}

/**
 * The fewest conditions that are true in exactly these places.
 * @param all operations of the node
 */
export function displayConditions(places: OperationsByResource, all: OperationsByResource): Condition[] {
	const isExact = (resources: Iterable<string>, operations: ReadonlySet<string>): boolean =>
		[...resources].every((resource) =>
			[...(all.get(resource) ?? [])].every(
				(operation) => !operations.has(operation) || places.get(resource)?.has(operation),
			),
		);
	const groups: Array<{ resources: string[]; operations: ReadonlySet<string> }> = [];
	for (const [resource, own] of places) {
		const fitting = groups.find(({ resources, operations }) =>
			isExact([...resources, resource], new Set([...operations, ...own])),
		);
		if (fitting) {
			fitting.resources.push(resource);
			fitting.operations = new Set([...fitting.operations, ...own]);
		} else groups.push({ resources: [resource], operations: own });
	}
	return groups.map(({ resources, operations }) => ({
		...(!(groups.length === 1 && isExact(all.keys(), operations)) && { resource: resources }),
		operation: [...operations],
	}));
}
