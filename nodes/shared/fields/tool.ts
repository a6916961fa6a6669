import type { INodeProperties } from 'n8n-workflow';

import { contentOf, labelOf } from '../values/label';
import { leftToModel, membersLeftToModel, type Argument } from './leftToModel';

/** What a model reads of an operation before it calls it, and may fill in. A person can change all of it in the node. */
export interface ToolDescription {
	/** One or two sentences: what happens to real people, money or data; where its IDs come from; what it does not do. */
	text: string;
	/**
	 * By field, or by member as in `filters.status`. A field that must be filled in is an argument even if it is not named here.
	 * A text alone is what goes in.
	 */
	arguments?: Readonly<Record<string, string | Argument>>;
}

/** As n8n's conditions for fields know a tool. */
const TOOL = '@tool';

const FILLED_BY_MODEL: ReadonlySet<string> = new Set(['string', 'resourceLocator', 'json', 'multiOptions']);

/** What comes out, and under which name, is for the person to choose. */
const OF_PERSON: ReadonlySet<string> = new Set(['binaryPropertyName', 'importTimeout', 'simplify', 'waitForImport']);

/** Shown from the start, and must be filled in. */
const isAsked = ({ name, type, required, displayOptions }: INodeProperties): boolean =>
	required === true && FILLED_BY_MODEL.has(type) && displayOptions === undefined && !OF_PERSON.has(name);

/** What goes in, of a field whose operation says nothing more about it. */
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

/** What a field holds in a tool; undefined where it is as in a workflow. */
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

export const hiddenInTool = (field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { ...field.displayOptions, hide: { ...field.displayOptions?.hide, [TOOL]: [true] } },
});

/** First asks whether it is a tool: n8n asks no further where an expression decides (n8n-workflow: node-helpers.js, displayParameter). */
export const shownInTool = (field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { ...field.displayOptions, show: { [TOOL]: [true], ...field.displayOptions?.show } },
});

/** The field as it is in a workflow, and as it is in a tool, where a model fills it in from the start. */
export const apartInTool = (field: INodeProperties, value: INodeProperties['default']): INodeProperties[] => [
	hiddenInTool(field),
	{ ...shownInTool(field), default: value },
];

/** Options that say something of the one person or record of a call, which a model may know. */
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
 * The field as it is in a workflow, and as it is in a tool, where only a person fills it in: n8n offers no field to a model that takes no
 * expressions (n8n-editor-ui: fromAIOverride.utils.ts).
 */
export const notLeftToModel = (field: INodeProperties): INodeProperties[] => [
	hiddenInTool(field),
	shownInTool(withoutExpressions(field)),
];

/** n8n hands over what stands in the field of this name in place of its own description (n8n: create-node-as-tool.js). */
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
 * The fields of an operation, and what they are where a model calls it.
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
