import type { INodeProperties, INodePropertyOptions, INodeType } from 'n8n-workflow';

const hasValue = (option: object): option is INodePropertyOptions => 'value' in option;
const optionsOf = (property: INodeProperties | undefined) => (property?.options ?? []).filter(hasValue);

const isForTools = ({ displayOptions }: INodeProperties): boolean => displayOptions?.show?.['@tool'] !== undefined;

/** What a node offers, as its description says. @param isTool where it is the tool of an agent, which has some dropdowns of its own */
export function offeredBy({ description: { properties } }: INodeType, { isTool = false } = {}) {
	const resources = optionsOf(properties.find(({ name }) => name === 'resource'));
	const all = properties.filter(({ name }) => name === 'operation');
	const ofTools = new Set(all.filter(isForTools).flatMap(({ displayOptions }) => displayOptions?.show?.resource));
	const dropdowns = all.filter(
		(dropdown) => isForTools(dropdown) === (isTool && ofTools.has(dropdown.displayOptions?.show?.resource?.[0])),
	);
	const operations = resources.flatMap(({ value: resource, name: resourceName }) =>
		dropdowns
			.filter(({ displayOptions }) => displayOptions?.show?.resource?.includes(resource))
			.flatMap((dropdown) => optionsOf(dropdown))
			.map((option) => ({ at: `${resourceName} > ${option.name}`, resource, option })),
	);
	return { resources, operations };
}

/** The fields of an operation, those in a tool included. */
export const fieldsOf = (
	{ description: { properties } }: INodeType,
	resource: unknown,
	operation: unknown,
): INodeProperties[] =>
	properties.filter(
		({ displayOptions: { show = {} } = {} }) =>
			show.resource?.some((one) => one === resource) && show.operation?.some((one) => one === operation),
	);

/** The line above the fields of an operation; '' where there is none. */
export const noticeOf = (node: INodeType, resource: unknown, operation: unknown): string =>
	fieldsOf(node, resource, operation).find(({ name }) => name === 'operationNotice')?.displayName ?? '';

/** Every text of a description that a user may read. */
export function textsIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(textsIn);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, member]) =>
		['displayName', 'description', 'action', 'hint', 'placeholder'].includes(name) && typeof member === 'string'
			? [member]
			: textsIn(member),
	);
}

/** The fields that stand beside each other: those of each operation, collection and row. */
export function siblingsIn(properties: INodeProperties[]): INodeProperties[][] {
	const shownFor = ({ displayOptions }: INodeProperties) =>
		JSON.stringify([displayOptions?.show?.resource, displayOptions?.show?.operation]);
	const groups = new Map<string, INodeProperties[]>();
	for (const property of properties)
		groups.set(shownFor(property), [...(groups.get(shownFor(property)) ?? []), property]);
	const inner = properties.flatMap(({ options = [] }) =>
		options.flatMap((option) => ('values' in option ? [option.values] : 'type' in option ? siblingsIn([option]) : [])),
	);
	const collections = properties.flatMap(({ options = [] }) => [
		options.filter((option): option is INodeProperties => 'type' in option),
	]);
	return [...groups.values(), ...collections, ...inner];
}

/** Names of the methods that dropdowns and locators ask for. */
export function methodsIn(
	value: unknown,
	key: 'searchListMethod' | 'loadOptionsMethod' | 'resourceMapperMethod',
): string[] {
	if (Array.isArray(value)) return value.flatMap((entry) => methodsIn(entry, key));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, member]) => (name === key ? [String(member)] : methodsIn(member, key)));
}
