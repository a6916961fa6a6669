import type { INodeProperties } from 'n8n-workflow';

import { contentOf, labelOf } from '../values/label';
import { leftToModel, membersLeftToModel, type Argument } from './leftToModel';

/** The texts and arguments of an operation for a model. A person can change all of them in the node. */
export interface ToolDescription {
	/** One or two sentences: the effect on real people, money or data; the source of its IDs; its limits. */
	text: string;
	/**
	 * By field, or by member as in `filters.status`. A required field is an argument even if it is missing here. A text
	 * alone is the description.
	 */
	arguments?: Readonly<Record<string, string | Argument>>;
}

/** The condition for a tool, in n8n's conditions for fields. */
const TOOL = '@tool';

const FILLED_BY_MODEL: ReadonlySet<string> = new Set(['string', 'resourceLocator', 'json', 'multiOptions']);

/** The form and names of the output are the person's choice. */
const OF_PERSON: ReadonlySet<string> = new Set(['binaryPropertyName', 'importTimeout', 'simplify', 'waitForImport']);

/** Visible from the start, and required. */
const isAsked = ({ name, type, required, displayOptions }: INodeProperties): boolean =>
	required === true && FILLED_BY_MODEL.has(type) && displayOptions === undefined && !OF_PERSON.has(name);

/** The description of a field, if the operation has none. */
function textOf(
	{ name, displayName, description, placeholder }: INodeProperties,
	listedBy: Readonly<Record<string, string>>,
): string {
	const source = listedBy[contentOf(name)];
	if (source !== undefined) return `${labelOf(name)}, from ${source}`;
	const text = description?.split(/[.;]( |$)/)[0] ?? displayName;
	const example = placeholder?.match(/^e\.g\. (.*)$/)?.[1];
	return example === undefined || text.includes('such as') ? text : `${text}, such as ${example}`;
}

const asArgument = (argument: string | Argument): Argument =>
	typeof argument === 'string' ? { text: argument } : argument;

/** The value of a field in a tool; undefined if it is the same as in a workflow. */
function inTool(
	field: INodeProperties,
	named: NonNullable<ToolDescription['arguments']>,
	listedBy: Readonly<Record<string, string>>,
) {
	const whole = named[field.name] ?? (isAsked(field) ? textOf(field, listedBy) : undefined);
	if (whole !== undefined) return leftToModel(field, asArgument(whole));
	const members = Object.entries(named).filter(([path]) => path.startsWith(`${field.name}.`));
	if (members.length === 0) return undefined;
	return membersLeftToModel(
		field,
		members.map(([path, argument]) => [path.slice(field.name.length + 1), asArgument(argument)]),
	);
}

/** The field, hidden in a tool. */
export const hiddenInTool = (field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { ...field.displayOptions, hide: { ...field.displayOptions?.hide, [TOOL]: [true] } },
});

/**
 * The condition for a tool comes first: n8n stops at a condition that an expression decides (n8n-workflow:
 * node-helpers.js, displayParameter).
 */
export const shownInTool = (field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { ...field.displayOptions, show: { [TOOL]: [true], ...field.displayOptions?.show } },
});

/** The field in a workflow, and its copy in a tool, which a model fills in from the start. */
export const apartInTool = (field: INodeProperties, value: INodeProperties['default']): INodeProperties[] => [
	hiddenInTool(field),
	{ ...shownInTool(field), default: value },
];

/** Options about the one person or record of a call, which a model may know. */
const OF_CALL: ReadonlySet<string> = new Set(['onlyIfName', 'timeZone']);

function withoutExpressions(field: INodeProperties): INodeProperties {
	if (field.type !== 'collection' && field.type !== 'fixedCollection')
		return OF_CALL.has(field.name) ? field : { ...field, noDataExpression: true };
	const options = field.options?.map((option) => {
		if ('type' in option) return withoutExpressions(option);
		return 'values' in option ? { ...option, values: option.values.map(withoutExpressions) } : option;
	});
	return { ...field, options };
}

/**
 * The field in a workflow, and its copy in a tool, which only a person fills in: n8n offers a model no field without
 * expressions (n8n-editor-ui: fromAIOverride.utils.ts).
 */
export const notLeftToModel = (field: INodeProperties): INodeProperties[] => [
	hiddenInTool(field),
	shownInTool(withoutExpressions(field)),
];

/** n8n passes the value of the field with this name instead of its own description (n8n: create-node-as-tool.js). */
const descriptionField = (text: string): INodeProperties => ({
	displayName: 'Description',
	name: 'toolDescription',
	type: 'string',
	typeOptions: { rows: 4 },
	default: text,
	description: 'The model reads this before it calls the tool. Say what the tool is for in your workflow.',
	displayOptions: { show: { [TOOL]: [true] } },
});

/** Fields that no model fills in. */
export const ofPerson = (fields: INodeProperties[]): INodeProperties[] =>
	fields.flatMap((field) => (OF_PERSON.has(field.name) ? notLeftToModel(field) : [field]));

/**
 * The fields of an operation, and their copies for a model.
 * @param listedBy the operation that lists the IDs of a parameter, such as "Agent > Get Many"
 */
export const fieldsInTool = (
	fields: INodeProperties[],
	{ text, arguments: named = {} }: ToolDescription,
	listedBy: Readonly<Record<string, string>>,
): INodeProperties[] => [
	descriptionField(text),
	...fields.flatMap((field) => {
		const value = inTool(field, named, listedBy);
		if (value !== undefined) return apartInTool(field, value);
		return ofPerson([field]);
	}),
];
