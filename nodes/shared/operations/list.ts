import type { IDataObject } from 'n8n-workflow';

import { unfit } from '../executor/failure';
import { collectRows } from '../executor/list';
import type { Call, Operation } from '../executor/operation';
import type { PageStyle } from '../executor/pages';
import { advising, type Advice } from './advice';
import { asItem } from './rows';
import { prepareRequest, type PreparedEndpoint } from './single';

export interface ListRequest extends Omit<PreparedEndpoint, 'method'>, Advice {
	page: PageStyle;
	/** A row as the user gets it; as it came when absent. */
	read?: (row: unknown) => IDataObject;
	/** Keeps the members most people need, when the node's Simplify is on. */
	simplify?: (row: IDataObject) => IDataObject;
}

/** The node's Return All and Limit. */
function wantedRows(call: Call): number {
	if (call.field('returnAll', false) === true) return Infinity;
	const limit = Number(call.field('limit', 50));
	if (Number.isInteger(limit) && limit >= 1) return limit;
	throw unfit(
		`"Limit" is ${String(call.field('limit'))}, but must be a whole number from 1`,
		'Enter how many rows you want, or turn on Return All.',
	);
}

/** Follows a list as far as the user wants, one item for each row. */
export const list = (definition: ListRequest): Operation =>
	advising(definition, (call) => {
		const apiRequest = prepareRequest({ ...definition, method: 'GET' }, call);
		const limit = wantedRows(call);
		const { simplify } = definition;
		const simplified = simplify !== undefined && call.field('simplify', false) === true;
		return {
			fingerprint: { ...apiRequest.request, limit },
			async perform(client) {
				const rows = await collectRows(
					definition.page,
					apiRequest.request.query,
					limit,
					async (query) => await client.send({ ...apiRequest, request: { ...apiRequest.request, query } }),
					client.vendorName,
				);
				const items = rows.map(definition.read ?? asItem);
				return simplified ? items.map(simplify) : items;
			},
		};
	});
