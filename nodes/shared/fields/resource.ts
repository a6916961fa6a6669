import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { doorsIn, listedByOf, routingShowing } from '../engine/door';
import { OPTIONS, OPTIONS_LABEL } from '../run/nodeOptions';
import { byText } from '../values/sorting';
import { shownFor } from './displayed';
import { recordIn, type NamedRecord } from '../operations/onlyIfName';
import { onlyIfNameInTool } from './onlyIfName';
import { fieldsInTool, hiddenInTool, ofPerson, shownInTool, type ToolDescription } from './tool';

/** One operation: its entry in the Operation dropdown, with its routing, and the fields it shows. */
export interface OperationDescription {
	option: INodePropertyOptions;
	/** What it does to people, money or data, in one line above its fields: n8n shows the description in the dropdown only. */
	notice?: string | undefined;
	/** What a model reads and fills in. `notOffered`: n8n’s editor does not offer it in a tool. */
	tool: ToolDescription | 'notOffered';
	/** The one record that it contacts, changes or erases, which must have the name that is given, if one is. */
	record?: NamedRecord;
	/** A model is asked for the name, too: it is about a person, or erases. */
	asksForName?: true;
	/** Without `displayOptions` for resource and operation, which follow from the place in the tree. */
	fields: INodeProperties[];
	/** What few need: it stands in the node's collection Options, under `options.<name>`, and is read like a field. See `ownOptions`. */
	options?: INodeProperties[];
}

const OPERATION: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: '',
};

const noticeField = (text: string): INodeProperties => ({
	displayName: text,
	name: 'operationNotice',
	type: 'notice',
	default: '',
});

/** The collection as its operation reads it; the one that the editor shows has the options of all operations. */
const readInOptions = (options: INodeProperties[]): INodeProperties => ({
	displayName: OPTIONS_LABEL,
	name: OPTIONS,
	type: 'collection',
	default: {},
	options,
});

const isField = (option: object): option is INodeProperties => 'type' in option;

/** The options that operations have of their own, for the collection Options of the node. @param properties of all resources */
export const ownOptions = (properties: INodeProperties[]): INodeProperties[] =>
	[...doorsIn(properties)].flatMap(([resource, doors]) =>
		[...doors].flatMap(([operation, { target }]) => {
			const options = target.fields
				.filter(({ name }) => name === OPTIONS)
				.flatMap((field) => (field.options ?? []).filter(isField));
			return shownFor({ '/resource': [resource], '/operation': [operation] }, options);
		}),
	);

const byName = (a: INodePropertyOptions, b: INodePropertyOptions) => byText(a.name, b.name);

/** One more for tools, where they are offered less: an entry of a dropdown cannot have conditions. */
function dropdownsOf(dropdown: INodeProperties, operations: OperationDescription[]): INodeProperties[] {
	const notOffered = new Set<unknown>(
		operations.filter(({ tool }) => tool === 'notOffered').map(({ option }) => option.value),
	);
	if (notOffered.size === 0) return [dropdown];
	const offered = dropdown.options?.filter((option) => !('value' in option && notOffered.has(option.value)));
	return [hiddenInTool(dropdown), { ...shownInTool(dropdown), ...(offered && { options: offered }) }];
}

/** The Operation dropdown of a resource, starting on the first one, and the fields of all its operations. */
export function resourceProperties(
	resource: string,
	operations: [OperationDescription, ...OperationDescription[]],
): INodeProperties[] {
	const shown = operations.map(({ option, notice, tool, record, asksForName, fields, options }) => {
		const named = record && recordIn(record, fields);
		const own = named && asksForName ? [...fields, onlyIfNameInTool(named)] : fields;
		const here = { resource: [resource], operation: [String(option.value)] };
		return {
			option: {
				...option,
				routing: routingShowing(
					option,
					[...shownFor(here, own), ...(options === undefined ? [] : [readInOptions(options)])],
					named,
				),
			},
			fields: shownFor(here, [
				...(notice === undefined ? [] : [noticeField(notice)]),
				...(tool === 'notOffered' ? ofPerson(own) : fieldsInTool(own, tool, listedByOf(option))),
			]),
		};
	});
	const dropdown: INodeProperties = {
		...OPERATION,
		displayOptions: { show: { resource: [resource] } },
		options: shown.map(({ option }) => option).sort(byName),
		default: operations[0].option.value,
	};
	return [...dropdownsOf(dropdown, operations), ...shown.flatMap(({ fields }) => fields)];
}

/**
 * Keeps Operation where Resource is none of its list, such as an expression that n8n has taken for a text. Without an operation, n8n asks
 * the credential before the node; where there is none and On Error is Continue, it hands all items on as if they were done.
 * @param properties of all resources
 */
export const operationOfOtherResources = (properties: INodeProperties[]): INodeProperties => ({
	...OPERATION,
	type: 'hidden',
	displayOptions: {
		hide: {
			resource: properties.flatMap(({ name, displayOptions }) =>
				name === OPERATION.name ? (displayOptions?.show?.resource ?? []) : [],
			),
		},
	},
});
