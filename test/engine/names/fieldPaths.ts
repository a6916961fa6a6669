import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

const isChoice = (option: object): option is INodePropertyOptions => 'value' in option;

/** They are there to be read, and hold nothing. */
const isText = ({ type }: INodeProperties): boolean => type === 'notice' || type === 'callout';

/** Of a list of choices, a collection, or a collection with fixed rows. */
function pathsWithin({ options = [] }: INodeProperties): string[] {
	return options.flatMap((option) => {
		if (isChoice(option)) return [`=${String(option.value)}`];
		if (!('values' in option)) return fieldPaths(option).map((path) => `.${path}`);
		const row = `.${option.name}`;
		return [row, ...option.values.flatMap(fieldPaths).map((path) => `${row}.${path}`)];
	});
}

/**
 * What a saved workflow may hold of a field, each as a path: the field, such as `options.maxRetries`, and each value that it offers,
 * such as `priority=high` or, where something is chosen from a list or by its ID, `campaignId=list`.
 */
export function fieldPaths(field: INodeProperties): string[] {
	if (isText(field)) return [];
	const { name, modes = [] } = field;
	return [name, ...modes.map((mode) => `${name}=${mode.name}`), ...pathsWithin(field).map((path) => `${name}${path}`)];
}

/** For which resource and operation a field is, such as `prospect > add`; {@link EVERYWHERE} where it is for all. */
export function placesOf({ displayOptions: { show = {} } = {} }: INodeProperties): string[] {
	const { resource, operation } = show;
	if (!resource) return [EVERYWHERE];
	return resource.flatMap((one) => (operation ?? [undefined]).map((other) => placeOf(one, other)));
}

export const EVERYWHERE = 'everywhere';

const placeOf = (resource: unknown, operation: unknown): string =>
	operation === undefined ? String(resource) : `${String(resource)} > ${String(operation)}`;

/** A place and those around it: a field of an outer place is in the inner one, too. */
export function placesAround(place: string): string[] {
	const [resource = ''] = place.split(' > ');
	return [...new Set([place, resource, EVERYWHERE])];
}
