import type { INodeProperties, NodeParameterValueType } from 'n8n-workflow';

import { contentOf } from '../values/label';
import { DEFINE_BELOW } from '../values/mappingModes';
import { membersOf } from '../values/innerFields';
import { snakeCase } from '../values/spelling';

/** An argument that a model fills in: one text, number or yes/no. */
export interface Argument {
	/** Its name for the model, such as `agent_id`; derived from the field's name when absent. */
	name?: string;
	/** Its description, with an example. For an ID: the kind of record, and where to find the ID. */
	text: string;
	/** The type; when absent, the field's: number, yes/no, otherwise text. */
	type?: 'string' | 'number' | 'boolean';
	/** The value if the model leaves it out; required when absent. */
	default?: number | string;
}

/** By this mark, n8n's editor knows that a field is left to the model (n8n-workflow: FROM_AI_AUTO_GENERATED_MARKER). */
const LEFT_TO_MODEL = '/*n8n-auto-generated-fromAI-override*/';

const typeOf = ({ type }: INodeProperties): NonNullable<Argument['type']> =>
	type === 'number' || type === 'boolean' ? type : 'string';

const expression = (
	field: INodeProperties,
	{ name = snakeCase(contentOf(field.name)), text, type = typeOf(field), default: preset }: Argument,
): string =>
	`={{ ${LEFT_TO_MODEL} $fromAI('${name}', \`${text}\`, '${type}'${preset === undefined ? '' : `, ${typeof preset === 'string' ? `'${preset}'` : preset}`}) }}`;

/** The value of a field that a model fills in. */
export const leftToModel = (field: INodeProperties, argument: Argument): NodeParameterValueType => {
	const value = expression(field, argument);
	return field.type === 'resourceLocator' ? { __rl: true, mode: field.modes?.at(-1)?.name ?? 'id', value } : value;
};

/** A mapper gets its fields from the vendor: for a model, each is a text. */
const memberOf = (field: INodeProperties, name: string): INodeProperties =>
	membersOf(field).find((option) => option.name === name) ?? {
		displayName: name,
		name,
		type: 'string',
		default: '',
	};

/**
 * The value of a collection or a mapper whose members a model fills in.
 * @param members by name
 */
export const membersLeftToModel = (
	field: INodeProperties,
	members: ReadonlyArray<readonly [name: string, argument: Argument]>,
): NodeParameterValueType => {
	const values = Object.fromEntries(
		members.map(([name, argument]) => [name, leftToModel(memberOf(field, name), argument)]),
	);
	return field.type === 'resourceMapper' ? { mappingMode: DEFINE_BELOW, value: values } : values;
};
