import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../contract/operation';
import { isRecord } from '../values/json';
import { AUTO_MAP, DEFINE_BELOW } from '../values/mappingModes';
import { isSaidToBeEmpty, isSaidToStay } from '../values/reading/modelPlaceholder';

/** The node parameter with the mapped fields of the operation's record. */
export const FIELDS = 'fields';

type Mode = typeof AUTO_MAP | typeof DEFINE_BELOW;

interface MappedField extends Pick<INodeProperties, 'displayName' | 'name'> {
	/** The default of a new node. */
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
		// Otherwise n8n's editor keeps the fields of the previous operation, whose mapper has the same name.
		loadOptionsDependsOn: ['resource', 'operation'],
		resourceMapper: {
			resourceMapperMethod,
			mode: 'add',
			valuesLabel: displayName,
			fieldWords: { singular: 'field', plural: 'fields' },
			// Otherwise n8n's editor shows only required fields.
			addAllFields: true,
			multiKeyMatch: false,
			supportAutoMap: true,
			refreshStaleSchemaOnOpen: true,
		},
	},
});

/**
 * How Map Automatically treats columns. n8n says there that columns must have the names of the fields, which is not
 * necessary here.
 * @param parameter with the mapped fields
 */
export const automaticNotice = (parameter: string, displayName: string): INodeProperties => ({
	displayName,
	name: `${parameter}AutomaticNotice`,
	type: 'notice',
	default: '',
	displayOptions: { show: { [`/${parameter}.mappingMode`]: [AUTO_MAP] } },
});

/** The user's settings of mapped fields. */
export interface Mapping {
	/** The fields come from the input items as they are. */
	isAutomatic: boolean;
	/** The fields that were set one by one. */
	values: Record<string, unknown>;
	/** The fields as n8n loaded them when the node was edited. */
	schema: Array<Record<string, unknown>>;
}

const IS_ID = /(?:^|_)ids?$/;

/** Without fields in which a model has written "leave it out". */
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
