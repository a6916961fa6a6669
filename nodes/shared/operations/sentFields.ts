import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../contract/operation';
import { isRecord } from '../values/json';
import { withBody } from './prepare';
import type { Prepare } from './single';

/** The member of the body that a field's own routing names. */
function memberOf({ routing }: INodeProperties): string | undefined {
	return routing?.send?.type === 'body' ? routing.send.property : undefined;
}

const childrenOf = ({ type, options = [] }: INodeProperties): INodeProperties[] =>
	type === 'collection' ? options.filter((option): option is INodeProperties => 'type' in option) : [];

/** A field's place among the node parameters, with the member it travels as. */
function sentBy(field: INodeProperties, item: ItemParameters): Array<[member: string, value: unknown]> {
	const added = item.parameter(field.name, {});
	const inside = childrenOf(field)
		.filter(({ name }) => isRecord(added) && name in added)
		.map((child) => [memberOf(child), `${field.name}.${child.name}`] as const);
	const own = [memberOf(field), field.name] as const;
	return [own, ...inside].flatMap(([member, path]): Array<[string, unknown]> =>
		member === undefined ? [] : [[member, item.parameter(path)]],
	);
}

/**
 * Collects from the fields' own `routing.send` what n8n collects for a declarative operation, for one that it does not
 * route: members of the body, from fields of their own and in collections.
 */
export const sentInBody =
	(fields: INodeProperties[]): Prepare =>
	(apiRequest, item) =>
		withBody(apiRequest, Object.fromEntries(fields.flatMap((field) => sentBy(field, item))));
