import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Offered } from '../census/operations';
import { evaluated, parametersSet } from '../census/parameters';
import type { ItemMade, Sample } from '../census/sample';
import type { Sandbox } from '../census/sandboxVendors';
import { mapped } from '../resourceMapper';
import { readingSample } from './readings';
import { isOfModel, type Way } from './ways';

/** An operation with how it is run. */
export interface Operation extends Offered {
	sample: Sample;
	isReading: boolean;
}

export function withSample(offered: Offered): Operation {
	const { node, resource, operationName } = offered;
	const { description } = node.create();
	return {
		...offered,
		isReading: offered.sample === undefined,
		sample: offered.sample ?? readingSample(description, resource, operationName),
	};
}

type Columns = Record<string, string | number | boolean | null>;

function isAutomatic(value: object): boolean {
	return 'mappingMode' in value && value.mappingMode === 'autoMapInputData';
}

/** Of a lead, some columns are the client's, and some the case's. */
const OF_CASE = ['case_number', 'status', 'type'];
const IS_OWN: Record<string, (column: string) => boolean> = {
	clientFields: (column) => !OF_CASE.includes(column),
	caseFields: (column) => OF_CASE.includes(column) || column.startsWith('external_'),
};

const ownColumns = (columns: Columns, field: string): Columns =>
	Object.fromEntries(Object.entries(columns).filter(([column]) => IS_OWN[field]?.(column) ?? true));

/** The value of an expression for the item: a model sends values, not expressions. */
function literal(value: unknown, item: IDataObject, columns: Columns): unknown {
	if (typeof value === 'string') return value.startsWith('=') ? evaluated(value.slice(1), item) : value;
	if (Array.isArray(value)) return value.map((member) => literal(member, item, columns));
	if (typeof value !== 'object' || value === null) return value;
	if (isAutomatic(value)) return mapped(columns);
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [name, literal(member, item, ownColumns(columns, name))]),
	);
}

/** The parameters that a user sets in the node, or that a model sends. */
export function parametersFor(
	{ node, target, sample, ...rest }: Operation,
	way: Way,
	sandbox: Sandbox,
	[item]: readonly ItemMade[],
): INodeParameters {
	const { description } = node.create();
	const set = parametersSet({ ...target, ...rest, sample, description }, sandbox, false);
	if (!isOfModel(way) || !item) return set;
	const { mark: _, ...own } = item;
	const columns = own as Columns;
	const rows = target.fields.some(({ name }) => name === 'dataMode') ? { dataMode: 'defineBelow', ...columns } : {};
	// A list that a call of a tool has begun is known to later ones.
	const listName = 'listName' in set ? { listName: `List of ${item.mark}` } : {};
	return { ...rows, ...(literal(set, item, columns) as INodeParameters), ...listName };
}
