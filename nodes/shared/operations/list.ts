import type { IDataObject } from 'n8n-workflow';

import { invalidInput } from '../contract/failure';
import { collectRows } from '../paging/collectRows';
import type { ItemParameters, Operation } from '../contract/operation';
import type { PageStyle } from '../paging/pages';
import { advising, type Advice } from './advice';
import { asItem } from '../values/rows';
import { prepareRequest, type PreparedEndpoint } from './single';

export interface ListRequest extends Omit<PreparedEndpoint, 'method'>, Advice {
	page: PageStyle;
	/** A row as the user gets it; as it came when absent. */
	read?: (row: unknown) => IDataObject;
	/** Keeps the members most people need, when the node's Simplify is on. */
	simplify?: (row: IDataObject) => IDataObject;
}

/** The node's Return All and Limit. */
function wantedRows(item: ItemParameters): number {
	if (item.parameter('returnAll', false) === true) return Infinity;
	const limit = Number(item.parameter('limit', 50));
	if (Number.isInteger(limit) && limit >= 1) return limit;
	throw invalidInput(
		`"Limit" is ${String(item.parameter('limit'))}, but must be a whole number from 1`,
		'Enter how many rows you want, or turn on Return All.',
	);
}

/** Follows a list as far as the user wants, one item for each row. */
export const list = (definition: ListRequest): Operation =>
	advising(definition, (item) => {
		const apiRequest = prepareRequest({ ...definition, method: 'GET' }, item);
		const limit = wantedRows(item);
		const { simplify } = definition;
		const simplified = simplify !== undefined && item.parameter('simplify', false) === true;
		return {
			fingerprint: { ...apiRequest.request, limit },
			async perform(api) {
				const rows = await collectRows(
					definition.page,
					apiRequest.request.query,
					limit,
					async (query) => await api.send({ ...apiRequest, request: { ...apiRequest.request, query } }),
					api.vendorName,
				);
				const items = rows.map(definition.read ?? asItem);
				return simplified ? items.map(simplify) : items;
			},
		};
	});
