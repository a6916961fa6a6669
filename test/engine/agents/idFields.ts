import type { INodeParameters, INodeProperties, NodeParameterValueType } from 'n8n-workflow';

import { entryPointsIn } from '../../../nodes/shared/engine/entryPoint';
import type { Vendor } from '../../../nodes/shared/contract/vendor';
import { isRecord } from '../../../nodes/shared/values/json';
import { kindOf } from '../../../nodes/shared/values/reading/kind';
import { everyOperation, type AnyOperation } from './everyOperation';

/** One field with the ID of a record, of one operation. */
export interface IdField {
	/** As in "Kakiyo Campaign > Delete, Campaign". */
	at: string;
	operation: AnyOperation;
	field: INodeProperties;
	isWhole: boolean;
	vendor: Vendor;
	/** The operation's parameters with this in the field. */
	holding(value: string): INodeParameters;
}

const KINDS = new Set(['id', 'wholeId']);

const isField = (option: object): option is INodeProperties => 'type' in option;

const asGiven = ({ type, modes }: INodeProperties, value: string): NodeParameterValueType =>
	type === 'resourceLocator' ? { __rl: true, mode: modes?.at(-1)?.name ?? 'id', value } : value;

/** Two locators are told from an address by their operation. */
const isIdField = (field: INodeProperties): boolean =>
	KINDS.has(kindOf(field)) || (field.type === 'resourceLocator' && kindOf(field) === 'texts');

function fieldsOf(operation: AnyOperation): IdField[] {
	const type = operation.node.create();
	const { resource, operation: name } = operation.parameters;
	const target = entryPointsIn(type.description.properties).get(String(resource))?.get(String(name))?.target;
	if (!target) return [];
	const idField = (field: INodeProperties, holding: IdField['holding']): IdField => ({
		at: `${operation.at}, ${field.displayName}`,
		operation,
		field,
		isWhole: kindOf(field) === 'wholeId',
		vendor: target.vendor,
		holding,
	});
	return target.fields.flatMap((field) => {
		const { '@tool': inTool, resource: _resource, operation: _operation, ...more } = field.displayOptions?.show ?? {};
		// Shown for what the generated operation does not choose.
		if (inTool !== undefined || Object.keys(more).some((path) => path.includes('.mode'))) return [];
		if (isIdField(field)) return [idField(field, (value) => ({ [field.name]: asGiven(field, value) }))];
		if (field.type !== 'collection') return [];
		const present = operation.parameters[field.name];
		return (field.options ?? [])
			.filter(isField)
			.filter(isIdField)
			.map((member) =>
				idField(member, (value) => ({
					[field.name]: {
						...(isRecord(present) ? present : {}),
						[member.name]: asGiven(member, value),
					} as INodeParameters,
				})),
			);
	});
}

/** All fields with IDs of the package. */
export const everyIdField = async (): Promise<IdField[]> => (await everyOperation()).flatMap(fieldsOf);
