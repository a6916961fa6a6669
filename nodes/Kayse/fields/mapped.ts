import type { INodeProperties } from 'n8n-workflow';

/** The node parameter with the mapped fields of the record that an operation is about. */
export const FIELDS = 'fields';

/** The mapped fields of a record, offered by one of the node's `resourceMapping` methods. */
export const mappedFields = (
	resourceMapperMethod: string,
	{ displayName, name }: Pick<INodeProperties, 'displayName' | 'name'> = { displayName: 'Fields', name: FIELDS },
): INodeProperties => ({
	displayName,
	name,
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	required: true,
	typeOptions: {
		resourceMapper: {
			resourceMapperMethod,
			mode: 'add',
			valuesLabel: displayName,
			fieldWords: { singular: 'field', plural: 'fields' },
			addAllFields: false,
			multiKeyMatch: false,
			supportAutoMap: true,
			refreshStaleSchemaOnOpen: true,
		},
	},
});
