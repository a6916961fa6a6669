import type { IDataObject } from 'n8n-workflow';

import { invalidInput } from '../contract/failure';
import { collectRows } from '../paging/collectRows';
import type { Advice, ItemParameters, Operation } from '../contract/operation';
import type { PageStyle, Query } from '../paging/pages';
import { isNothing } from '../values/reading/nothing';
import { readOption } from '../values/reading/option';
import { shown } from '../values/shown';
import { readYesNo } from '../values/reading/yesNo';
import { asItem } from '../values/rows';
import { eachItem, type Draft } from './eachItem';
import { prepareRequest, type PreparedEndpoint } from './single';

export interface ListRequest extends Omit<PreparedEndpoint, 'method'>, Advice {
	page: PageStyle;
	/** A list so short that the operation has no Return All and no Limit. */
	isShort?: boolean;
	/** A row as the user gets it; as it came when absent. */
	read?: (row: unknown) => IDataObject;
	/** Keeps the members most people need, when the node's Simplify is on. */
	simplify?: (row: IDataObject) => IDataObject;
}

/** The node's Return All and Limit. */
function wantedRows(item: ItemParameters): number {
	if (readOption(item, 'returnAll', 'Return All', readYesNo) === true) return Infinity;
	const limit = item.parameter('limit', 50);
	const rows = isNothing(limit) ? NaN : Number(limit);
	if (Number.isSafeInteger(rows) && rows >= 1) return rows;
	throw invalidInput(
		`"Limit" is "${shown(limit)}", but must be a whole number from 1`,
		'Enter how many rows you want, or turn on Return All.',
	);
}

/** One item's list. */
export function listDraft(definition: ListRequest, item: ItemParameters): Draft {
	const apiRequest = prepareRequest({ ...definition, method: 'GET' }, item);
	const limit = definition.isShort ? Infinity : wantedRows(item);
	const { read = asItem, simplify } = definition;
	const isSimplified = simplify !== undefined && readOption(item, 'simplify', 'Simplify', readYesNo) === true;
	const shape = isSimplified ? (row: unknown) => simplify(read(row)) : read;
	return {
		identity: { effect: { ...apiRequest.request, limit, isSimplified } },
		async perform(api) {
			const fetchPage = async (query: Query) =>
				await api.send({ ...apiRequest, request: { ...apiRequest.request, query } });
			const rows = await collectRows(definition.page, apiRequest.request.query, limit, fetchPage, api.vendorName);
			return rows.map(shape);
		},
	};
}

/** Follows a list as far as the user wants, one output item for each row. */
export const list = (definition: ListRequest): Operation =>
	eachItem((item) => listDraft(definition, item), definition);
