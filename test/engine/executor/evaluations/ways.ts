import { DirectoryLoader } from 'n8n-core';
import { NodeHelpers, type INodeParameters, type INodeProperties, type INodeType } from 'n8n-workflow';

import { offeredBy } from '../../description';

type Choice = string | number | boolean;

/** One way through the fields of an operation: a choice for each field that decides which others are shown. */
export interface Way {
	/** Of Resource, Operation and every field that others depend on. */
	choices: Record<string, Choice>;
	/** All fields of the node. */
	fields: INodeProperties[];
	/** Whether a field is shown: for these choices, or for these parameters. */
	isShown(field: INodeProperties, parameters?: INodeParameters): boolean;
}

/** An operation as a user finds it, such as "Prospect > Add", with all ways through its fields. */
export interface OperationWays {
	at: string;
	ways: Way[];
}

export const isProperty = (option: object): option is INodeProperties => 'type' in option;

/** Names of the fields that decide whether others are shown. */
function deciders(fields: INodeProperties[]): Set<string> {
	const names = fields.flatMap(({ displayOptions, options = [] }) => [
		...Object.keys({ ...displayOptions?.show, ...displayOptions?.hide }).map((name) => name.replace(/^\//, '')),
		...deciders(options.filter(isProperty)),
	]);
	return new Set(names);
}

function choicesIn({ name, type, options = [] }: INodeProperties): Choice[] {
	if (type === 'boolean') return [true, false];
	const values = options.flatMap((option) => ('value' in option ? [option.value] : []));
	if (type === 'options' && values.length > 0) return values;
	throw new Error(`Fields depend on "${name}", but the description does not say what can be chosen there`);
}

/** Without the fields that replace a collection which a workflow has as a text: the editor does not offer them. */
function fieldsOfEditor({ properties }: INodeType['description']): INodeProperties[] {
	const collections = new Set(properties.filter(({ type }) => type === 'collection').map(({ name }) => `/${name}`));
	return properties.filter(
		({ displayOptions }) => !Object.keys(displayOptions?.hide ?? {}).some((name) => collections.has(name)),
	);
}

function waysFrom(choices: Way['choices'], { description }: INodeType): Way[] {
	const fields = fieldsOfEditor(description);
	const isShown: Way['isShown'] = (field, parameters = choices) =>
		NodeHelpers.displayParameter(parameters, field, { typeVersion: 1 }, description, parameters);
	const deciding = deciders(fields);
	const open = fields.find(
		(field) => deciding.has(field.name) && !(field.name in choices) && field.type !== 'hidden' && isShown(field),
	);
	if (!open) return [{ choices, fields, isShown }];
	return choicesIn(open).flatMap((choice) => waysFrom({ ...choices, [open.name]: choice }, { description }));
}

/** All operations of a node, as its description says. */
export function operationsOf(node: INodeType): OperationWays[] {
	// Adds Request Options, as loading the package does.
	DirectoryLoader.applyDeclarativeNodeOptionParameters(node);
	return offeredBy(node).operations.map(({ at, resource, option: { value: operation } }) => ({
		at,
		ways: waysFrom({ resource, operation }, node),
	}));
}

/** The choices beside the operation, as in "returnAll = true". */
export const chosenIn = ({ choices: { resource: _, operation: __, ...choices } }: Way): string =>
	Object.entries(choices)
		.map(([name, value]) => `${name} = ${value}`)
		.join(', ');
