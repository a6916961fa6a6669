import type { INodeProperties } from 'n8n-workflow';

import { everythingToOperation } from '../routing';
import { shownFor } from './displayed';
import { listFields } from './list';
import { optionsByExpression, optionsFields } from './options';
import { displayConditions, type OperationsByResource } from './displayConditions';
import { operationOfOtherResources, type DescribedOperation, type Resource } from './resource';

const RESOURCE: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	default: '',
	routing: everythingToOperation,
};

/** The places of the operations with this property. */
const placesOf = (resources: Resource[], holds: (operation: DescribedOperation) => boolean): OperationsByResource =>
	new Map(
		resources.flatMap(({ option, operations }) => {
			const found = operations.filter(holds).map(({ value }) => value);
			return found.length > 0 ? [[String(option.value), new Set(found)] as const] : [];
		}),
	);

/** The options of all operations, each visible for the operations that have it. */
function optionsOf(resources: Resource[], all: OperationsByResource): INodeProperties[] {
	const options = new Set(resources.flatMap(({ operations }) => operations.flatMap((operation) => operation.options)));
	return [...options].flatMap((option) =>
		displayConditions(
			placesOf(resources, (operation) => operation.options.includes(option)),
			all,
		).flatMap(({ resource, operation }) =>
			shownFor({ ...(resource && { '/resource': resource }), '/operation': operation }, [option]),
		),
	);
}

/**
 * All fields of a node that follow from its operations: Resource, Operation, the fields of each operation, Return All
 * and Limit, Options.
 * @param resources in the order of the dropdown: the most wanted first, those for developers last
 * @param start the resource of a new node
 * @param everywhere options of all operations
 */
export function nodeFields(
	resources: Resource[],
	start: Resource,
	everywhere: INodeProperties[] = [],
): INodeProperties[] {
	const fields = resources.flatMap(({ properties }) => properties);
	const all = placesOf(resources, () => true);
	const lists = placesOf(resources, ({ isLimited }) => isLimited);
	return [
		{ ...RESOURCE, options: resources.map(({ option }) => option), default: start.option.value },
		...fields,
		operationOfOtherResources(resources),
		...displayConditions(lists, all).flatMap(({ resource, operation }) =>
			listFields({ ...(resource && { resource }), operation }),
		),
		...optionsFields([...everywhere, ...optionsOf(resources, all)]),
		optionsByExpression,
	];
}
