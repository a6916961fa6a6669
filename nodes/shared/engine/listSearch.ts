import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
	type INodePropertyOptions,
} from 'n8n-workflow';

import { sendingFailure } from '../contract/failure';
import { collectRows } from '../paging/collectRows';
import { urgentClient } from './clients';
import type { ApiRequest } from '../contract/operation';
import type { PageStyle, Query } from '../paging/pages';
import type { Vendor } from '../contract/vendor';
import { isRecord } from '../values/json';

/** A person waits in front of the dropdown: one more try, no long wait. */
const LOOKUP_LIMITS = { maxRetries: 1, maxWaitMs: 5_000 };

/** Rows that are looked through when the API cannot search by itself. */
const SEARCHED_ROWS = 2_000;

/** A list that a dropdown offers. */
export interface Lookup {
	path: string;
	page: PageStyle;
	tier?: string;
	/** The API's own search parameter; without one the names are compared here. */
	searchParam?: string;
	/** undefined leaves the row out. */
	toChoice: (row: Record<string, unknown>) => INodeListSearchItems | undefined;
}

/** A choice, as long as there is a value to choose; one without a name goes by its value. */
export function choice(name: unknown, value: unknown): INodeListSearchItems | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	return { name: typeof name === 'string' && name !== '' ? name : String(value), value };
}

const matches = (text: string, { name }: INodeListSearchItems) =>
	name.toLowerCase().includes(text.toLowerCase());

function choices(lookup: Lookup, rows: unknown[]): INodeListSearchItems[] {
	return rows.filter(isRecord).flatMap((row) => lookup.toChoice(row) ?? []);
}

function fetcher(context: ILoadOptionsFunctions, vendor: Vendor, lookup: Lookup) {
	const { send } = urgentClient(context, vendor, LOOKUP_LIMITS);
	return async (query: Query) => {
		const apiRequest: ApiRequest = { request: { method: 'GET', path: lookup.path, query }, tier: lookup.tier };
		try {
			return await send(apiRequest);
		} catch (error) {
			const { message, description } = sendingFailure(error);
			throw new NodeOperationError(context.getNode(), message, { description });
		}
	};
}

/** All choices of a list at once, for `loadOptions`. */
async function allChoices(
	context: ILoadOptionsFunctions,
	vendor: Vendor,
	lookup: Lookup,
	query: Query = {},
): Promise<INodeListSearchItems[]> {
	const rows = await collectRows(
		lookup.page,
		query,
		SEARCHED_ROWS,
		fetcher(context, vendor, lookup),
		vendor.name,
	);
	return choices(lookup, rows);
}

/**
 * Choices for a resource locator: page by page where the API can search, otherwise all at once, compared here.
 * @param token what the previous page ended with
 */
async function searchChoices(
	context: ILoadOptionsFunctions,
	vendor: Vendor,
	lookup: Lookup,
	searched: string | undefined,
	token: string | undefined,
): Promise<INodeListSearchResult> {
	const text = searched?.trim() ?? '';
	if (lookup.searchParam === undefined) {
		const all = await allChoices(context, vendor, lookup);
		return { results: all.filter((choice) => matches(text, choice)) };
	}
	const cursor: unknown = token === undefined ? {} : JSON.parse(token);
	const { size } = lookup.page;
	const query: Query = {
		...(isRecord(cursor) && cursor),
		...(text !== '' && { [lookup.searchParam]: text }),
		...(size && { [size.param]: size.max }),
	};
	const { body, headers } = await fetcher(context, vendor, lookup)(query);
	const rows = lookup.page.rows(body) ?? [];
	const next = lookup.page.next({ body, headers, rows, query, size: size?.max });
	return {
		results: choices(lookup, rows),
		...(next && { paginationToken: JSON.stringify(next) }),
	};
}

/** The methods that a vendor's nodes give to their resource locators and dropdowns. */
export const lookupsOf = (vendor: Vendor) => ({
	/** For `listSearch`: the choices of a resource locator. */
	searching: (lookup: Lookup) =>
		async function (
			this: ILoadOptionsFunctions,
			filter?: string,
			paginationToken?: string,
		): Promise<INodeListSearchResult> {
			return await searchChoices(this, vendor, lookup, filter, paginationToken);
		},
	/** For `loadOptions`: the choices of a dropdown, all at once. */
	offering: (lookup: Lookup, first: INodePropertyOptions[] = []) =>
		async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
			return [...first, ...(await allChoices(this, vendor, lookup))];
		},
});
