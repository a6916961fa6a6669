import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { routingShowing, targetOf } from '../engine/entryPoint';
import { writingEndpoints } from '../http/readOnly';
import { byText } from '../values/sorting';
import { optionsCollection } from './collection';
import { shownFor } from './displayed';
import { onlyIfNameOption, recordIn, type NamedRecord } from '../operations/onlyIfName';
import { onlyIfNameInTool } from './onlyIfName';
import { dryRunOption } from './options';
import { readingOptions } from './readingOptions';
import { fieldsInTool, hiddenInTool, ofPerson, shownInTool, type ToolDescription } from './tool';

/** One operation: its entry in the Operation dropdown, with its routing, and its fields. */
export interface OperationDescription {
	option: INodePropertyOptions;
	/**
	 * Its effect on people, money or data, as one line above its fields: n8n shows the description only in the
	 * dropdown.
	 */
	notice?: string | undefined;
	/** The texts and arguments for a model. `notOffered`: n8n’s editor does not offer it in a tool. */
	tool: ToolDescription | 'notOffered';
	/** The one record that it contacts, changes or erases; if a name is given, the record must have it. */
	record?: NamedRecord;
	/** A model must give the name, too: it is about a person, or erases. */
	asksForName?: true;
	/** Without `displayOptions` for resource and operation, which follow from its place in the tree. */
	fields: INodeProperties[];
	/**
	 * Fields for special cases. They are in the node's collection Options, under `options.<name>`, and are read like
	 * other fields.
	 */
	options?: INodeProperties[];
	/**
	 * Options that do not change the effect: with another setting, n8n's Retry still recognises the items. Options that
	 * follow from the fields (see `readingOptions`) or from `record` are not listed.
	 */
	handling?: INodeProperties[];
}

/** An operation in the form that its node needs. */
export interface DescribedOperation {
	value: string;
	/** See `Operation`. */
	isLimited: boolean;
	/** All its additions to the node's collection Options. */
	options: INodeProperties[];
}

/** A resource of a node: its entry in the dropdown, its fields and its operations. */
export interface Resource {
	/** Its entry in the Resource dropdown. */
	option: INodePropertyOptions;
	/** The Operation dropdown, and the fields of all operations. */
	properties: INodeProperties[];
	operations: DescribedOperation[];
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

const byName = (a: INodePropertyOptions, b: INodePropertyOptions) => byText(a.name, b.name);

/** A second dropdown for tools, with fewer entries: an entry of a dropdown cannot have conditions. */
function dropdownsOf(dropdown: INodeProperties, operations: OperationDescription[]): INodeProperties[] {
	const notOffered = new Set<unknown>(
		operations.filter(({ tool }) => tool === 'notOffered').map(({ option }) => option.value),
	);
	if (notOffered.size === 0) return [dropdown];
	const offered = dropdown.options?.filter((option) => !('value' in option && notOffered.has(option.value)));
	return [hiddenInTool(dropdown), { ...shownInTool(dropdown), ...(offered && { options: offered }) }];
}

/** @param resource for conditions */
function describe(
	resource: string,
	{ option, notice, tool, record, asksForName, fields, options = [], handling = [] }: OperationDescription,
) {
	const value = String(option.value);
	const named = record && recordIn(record, fields);
	const own = named && asksForName ? [...fields, onlyIfNameInTool(named)] : fields;
	const here = { resource: [resource], operation: [value] };
	const shown = {
		...option,
		routing: routingShowing(
			option,
			[...shownFor(here, own), ...(options.length === 0 ? [] : [optionsCollection(options)])],
			named,
		),
	};
	const target = targetOf(shown);
	return {
		option: shown,
		fields: shownFor(here, [
			...(notice === undefined ? [] : [noticeField(notice)]),
			...(tool === 'notOffered' ? ofPerson(own) : fieldsInTool(own, tool, target?.vendor.listedBy ?? {})),
		]),
		described: {
			value,
			isLimited: target?.operation.isLimited === true,
			options: [
				...options,
				...handling,
				...readingOptions([...fields, ...options]),
				...(target?.operation.isNamed ? [onlyIfNameOption] : []),
				...(target && writingEndpoints(target.operation.advice).length > 0 ? [dryRunOption] : []),
			],
		},
	};
}

/** A resource with its operations. The dropdown starts on the first one. */
export function resourceOf(
	option: { name: string; value: string },
	operations: [OperationDescription, ...OperationDescription[]],
): Resource {
	const all = operations.map((operation) => describe(option.value, operation));
	const dropdown: INodeProperties = {
		...OPERATION,
		displayOptions: { show: { resource: [option.value] } },
		options: all.map((operation) => operation.option).sort(byName),
		default: operations[0].option.value,
	};
	return {
		option,
		properties: [...dropdownsOf(dropdown, operations), ...all.flatMap(({ fields }) => fields)],
		operations: all.map(({ described }) => described),
	};
}

/**
 * Keeps Operation visible if Resource has an unknown value, such as an expression that n8n has stored as a text.
 * Without an operation, n8n reads the credential before the node. Without a credential and with On Error = Continue, it
 * passes all items on as if they were done.
 */
export const operationOfOtherResources = (resources: Resource[]): INodeProperties => ({
	...OPERATION,
	type: 'hidden',
	displayOptions: { hide: { resource: resources.map(({ option }) => option.value) } },
});
