import type { INodeProperties, NodeParameterValueType } from 'n8n-workflow';

import { contentOf } from '../values/label';
import { DEFINE_BELOW } from './mapped';
import { membersOf } from '../values/innerFields';
import { snakeCase } from '../values/spelling';

/** What a model fills in: one text, number or yes and no. */
export interface Argument {
	/** As the model sees it, such as `agent_id`; made of the field's name when absent. */
	name?: string;
	/** What goes in, with an example. Of an ID: of what, and where it comes from. */
	text: string;
	/** That of the field when absent: number, yes or no, else a text. */
	type?: 'string' | 'number' | 'boolean';
	/** What holds where the model leaves it out; it must fill it in when absent. */
	default?: number | string;
}

/** n8n's editor knows by it that a field is left to the model (n8n-workflow: FROM_AI_AUTO_GENERATED_MARKER). */
const LEFT_TO_MODEL = '/*n8n-auto-generated-fromAI-override*/';

const typeOf = ({ type }: INodeProperties): NonNullable<Argument['type']> =>
	type === 'number' || type === 'boolean' ? type : 'string';

const expression = (
	field: INodeProperties,
	{ name = snakeCase(contentOf(field.name)), text, type = typeOf(field), default: preset }: Argument,
): string =>
	`={{ ${LEFT_TO_MODEL} $fromAI('${name}', \`${text}\`, '${type}'${preset === undefined ? '' : `, ${typeof preset === 'string' ? `'${preset}'` : preset}`}) }}`;

/** What a field holds that a model fills in. */
export const leftToModel = (field: INodeProperties, argument: Argument): NodeParameterValueType => {
	const value = expression(field, argument);
	return field.type === 'resourceLocator' ? { __rl: true, mode: field.modes?.at(-1)?.name ?? 'id', value } : value;
};

/** A mapper learns what its fields are from the vendor: for a model each is a text. */
const memberOf = (field: INodeProperties, name: string): INodeProperties =>
	membersOf(field).find((option) => option.name === name) ?? {
		displayName: name,
		name,
		type: 'string',
		default: '',
	};

/**
 * What a collection or a mapper holds whose members a model fills in.
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
