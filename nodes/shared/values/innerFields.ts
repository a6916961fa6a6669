import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

const isField = (option: object): option is INodeProperties => 'type' in option;

const isGroup = (option: object): option is INodePropertyCollection => 'values' in option;

/** The fields of a collection. Another kind of field has none. */
export const membersOf = (field: INodeProperties | undefined): INodeProperties[] =>
	(field?.options ?? []).filter(isField);

/** The groups of a fixed collection, whose rows have fields of their own. */
export const groupsOf = (field: INodeProperties): INodePropertyCollection[] => (field.options ?? []).filter(isGroup);

/** Fields with all their inner fields, in collections and in the groups of fixed collections. */
export const withInner = (fields: readonly INodeProperties[]): INodeProperties[] =>
	fields.flatMap((field) => [
		field,
		...withInner([...membersOf(field), ...groupsOf(field).flatMap(({ values }) => values)]),
	]);
