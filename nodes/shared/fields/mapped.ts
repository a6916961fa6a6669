import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../contract/operation';
import { isRecord } from '../values/json';
import { isSaidToBeEmpty, isSaidToStay } from '../values/reading/modelPlaceholder';

/** The node parameter with the mapped fields of the record that an operation is about. */
export const FIELDS = 'fields';

/** What n8n calls its two ways to map fields: from the input as it is, and one by one. */
export const AUTO_MAP = 'autoMapInputData';
export const DEFINE_BELOW = 'defineBelow';

type Mode = typeof AUTO_MAP | typeof DEFINE_BELOW;

interface MappedField extends Pick<INodeProperties, 'displayName' | 'name'> {
	/** How a new node maps. */
	mode?: Mode;
}

/** The mapped fields of a record, offered by one of the node's `resourceMapping` methods. */
export const mappedFields = (
	resourceMapperMethod: string,
	{ displayName, name, mode = DEFINE_BELOW }: MappedField = { displayName: 'Fields', name: FIELDS },
): INodeProperties => ({
	displayName,
	name,
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: mode, value: null },
	required: true,
	typeOptions: {
		// Otherwise n8n's editor keeps the fields of the operation before, which has a mapper of the same name.
		loadOptionsDependsOn: ['resource', 'operation'],
		resourceMapper: {
			resourceMapperMethod,
			mode: 'add',
			valuesLabel: displayName,
			fieldWords: { singular: 'field', plural: 'fields' },
			// Otherwise n8n's editor shows what is required and nothing else, whatever a field says of itself.
			addAllFields: true,
			multiKeyMatch: false,
			supportAutoMap: true,
			refreshStaleSchemaOnOpen: true,
		},
	},
});

/**
 * What Map Automatically makes of the columns: n8n says there that they must be named as the fields are, which they need not be.
 * @param parameter with the mapped fields
 */
export const automaticNotice = (parameter: string, displayName: string): INodeProperties => ({
	displayName,
	name: `${parameter}AutomaticNotice`,
	type: 'notice',
	default: '',
	displayOptions: { show: { [`/${parameter}.mappingMode`]: [AUTO_MAP] } },
});

/** What the user has made of mapped fields. */
export interface Mapping {
	/** The fields come from the input items as they are. */
	isAutomatic: boolean;
	/** Those that were set one by one. */
	values: Record<string, unknown>;
	/** The fields as n8n knew them when the node was edited. */
	schema: Array<Record<string, unknown>>;
}

const IS_ID = /(?:^|_)ids?$/;

/** Without those that a model leaves out in words. */
const withoutLeft = (values: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(values).filter(
			([name, value]) => !isSaidToBeEmpty(value) && (IS_ID.test(name) || !isSaidToStay(value)),
		),
	);

/**
 * Reads the mapped fields of an item.
 * @param mode of a node that was saved without them
 */
export function readMapping(item: ItemParameters, parameter: string, mode: Mode = DEFINE_BELOW): Mapping {
	const mapper = item.parameter(parameter, {});
	const { mappingMode = mode, value, schema } = isRecord(mapper) ? mapper : {};
	const values = isRecord(value) ? value : {};
	return {
		isAutomatic: mappingMode === AUTO_MAP,
		values: item.isTool ? withoutLeft(values) : values,
		schema: Array.isArray(schema) ? schema.filter(isRecord) : [],
	};
}
