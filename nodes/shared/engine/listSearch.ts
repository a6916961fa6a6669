import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
	type INodePropertyOptions,
} from 'n8n-workflow';

import { remedyOf, readingFailure } from '../contract/failure';
import { collectAvailable } from '../paging/collectRows';
import type { Page, Query } from '../paging/page';
import { identityOf } from '../paging/rows';
import { continuationOf, rowsOfPage } from '../paging/answeredPage';
import type { FetchPage } from '../paging/reading';
import { announcedBy } from '../paging/totals';
import { urgentClient } from './clients';
import type { Vendor } from '../contract/vendor';
import { vendorWords } from '../http/vendorWords';
import { choiceOf, namedRecord, type Lookup } from '../paging/lookup';
import { isRecord } from '../values/json';
import { plainText } from '../values/text';

/** A person waits in front of the dropdown: one more try, no long wait. */
const LOOKUP_LIMITS = { maxRetries: 1, maxWaitMs: 5_000, timeoutMs: 20_000 };

/** How many rows are searched if the API cannot search by itself. */
const SEARCHED_ROWS = 2_000;

/** The name of a record, as a list shows it. */
const inPlainWords = (found: INodeListSearchItems): INodeListSearchItems => ({
	...found,
	name: vendorWords(found.name) || vendorWords(String(found.value)) || 'Without a name that can be seen',
});

const matches = (text: string, { name }: INodeListSearchItems) => name.toLowerCase().includes(text.toLowerCase());

function withoutValue(name: string): INodeListSearchItems {
	return { name, value: '' };
}

/** Last choice of an incomplete list. Its value is empty, so choosing it has no effect. */
const NOT_ALL = withoutValue('Not all are shown. Choose others By ID or by an expression');

/**
 * The choices for the rows, and a last one if there are more rows.
 * @param isWhole whether these are all rows
 */
function choices(lookup: Lookup, rows: unknown[], isWhole: boolean, text = ''): INodeListSearchItems[] {
	const all = rows.flatMap((row) => choiceOf(lookup, row) ?? []).map(inPlainWords);
	const isComplete = isWhole && all.length === rows.length;
	return [...all.filter((each) => matches(text, each)), ...(isComplete ? [] : [NOT_ALL])];
}

function fetcher(context: ILoadOptionsFunctions, vendor: Vendor, lookup: Lookup): FetchPage {
	const { send } = urgentClient(context, vendor, LOOKUP_LIMITS);
	return async (query) =>
		await send({ request: { method: 'GET', path: lookup.path, query }, tier: lookup.tier, isList: true });
}

/** Runs a request to the vendor; any failure becomes an error of the node that says what to do. */
async function told<T>(context: ILoadOptionsFunctions, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		const failure = readingFailure(error);
		const description = remedyOf(failure, 'Then open the list again, or enter the value as an expression.');
		throw new NodeOperationError(context.getNode(), failure.message, { description });
	}
}

const allRows = async (context: ILoadOptionsFunctions, vendor: Vendor, lookup: Lookup) =>
	await collectAvailable(lookup.page, {}, SEARCHED_ROWS, fetcher(context, vendor, lookup), vendor.name);

/** Adds to a row the name of a record that it knows by ID alone; none where the other list cannot be read, as the key may lack its scope. */
async function namesFor(
	context: ILoadOptionsFunctions,
	vendor: Vendor,
	{ names }: Lookup,
): Promise<(row: unknown) => unknown> {
	if (!names) return (row) => row;
	const { rows } = await allRows(context, vendor, names.from).catch(() => ({ rows: [] }));
	const byId = new Map(rows.flatMap((row) => namedRecord(names.from, row) ?? []).map(({ id, name }) => [id, name]));
	return (row) => (isRecord(row) ? { ...row, [names.as]: byId.get(plainText(row[names.of])) } : row);
}

/** All choices of a list at once. */
async function allChoices(
	context: ILoadOptionsFunctions,
	vendor: Vendor,
	lookup: Lookup,
	text = '',
): Promise<INodeListSearchItems[]> {
	const [{ rows, cut }, named] = await told(
		context,
		async () => await Promise.all([allRows(context, vendor, lookup), namesFor(context, vendor, lookup)]),
	);
	return choices(lookup, rows.map(named), !cut && rows.length < SEARCHED_ROWS, text);
}

/** Where the next page of a list begins. */
interface Place {
	next: Query;
	/** Number of rows before it, and number of rows of the previous page. */
	seen: number;
	before: number;
	/** Number of rows of the whole list, by the totals so far. */
	announced: number;
	/** First row of the previous page, to notice a page that comes again. */
	first?: string;
}

function placeOf(token: string): Place {
	const read: unknown = JSON.parse(token);
	const { next, seen, before, announced, first } = isRecord(read) ? read : {};
	const counts = { seen: Number(seen), before: Number(before), announced: Number(announced) };
	return { next: isRecord(next) ? next : {}, ...counts, ...(typeof first === 'string' && { first }) };
}

/** One page of the API's search results. */
async function foundPage(
	context: ILoadOptionsFunctions,
	vendor: Vendor,
	lookup: Lookup,
	found: Query,
	{ next: cursor, seen, before, announced: known, first }: Place,
): Promise<INodeListSearchResult> {
	const { page: style } = lookup;
	const size = style.size?.max;
	const query = { ...found, ...(style.size && { [style.size.param]: size }), ...cursor };
	const response = await fetcher(context, vendor, lookup)(query);
	const rows = rowsOfPage(style, response, vendor.name);
	const { identity = identityOf } = style;
	const present = identity(rows[0]);
	if (present !== undefined && present === first) return { results: [NOT_ALL] };

	const soFar = seen + rows.length;
	const announced = announcedBy(response, known, seen);
	const counts = { seen: soFar, distinct: soFar, end: soFar, onward: soFar, announced, before };
	const page: Page = { ...response, ...counts, rows, query, size };
	const { next, cut } = continuationOf(style, page);
	const place: Place = { next: { ...cursor, ...next }, seen: soFar, before: rows.length, announced, first: present };
	return {
		results: choices(lookup, rows, !cut),
		...(next && { paginationToken: JSON.stringify(place) }),
	};
}

/**
 * Choices for a resource locator: page by page if the API can search, otherwise all at once, filtered here.
 * @param token the end of the previous page
 */
async function searchChoices(
	context: ILoadOptionsFunctions,
	vendor: Vendor,
	lookup: Lookup,
	searched: string | undefined,
	token: string | undefined,
): Promise<INodeListSearchResult> {
	const text = searched?.trim() ?? '';
	if (lookup.searchParam === undefined) return { results: await allChoices(context, vendor, lookup, text) };
	const found = text === '' ? {} : { [lookup.searchParam]: text };
	const place = token === undefined ? { next: {}, seen: 0, before: 0, announced: 0 } : placeOf(token);
	return await told(context, async () => await foundPage(context, vendor, lookup, found, place));
}

/** One of n8n's methods for the choices of a resource locator. */
export type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

const searching = (vendor: Vendor, lookup: Lookup): ListSearch =>
	async function (filter, paginationToken) {
		return await searchChoices(this, vendor, lookup, filter, paginationToken);
	};

/** The methods that a vendor's nodes offer to their resource locators and dropdowns. */
export const lookupsOf = (vendor: Vendor) => ({
	/** The lists of resource locators, by the name of their method. */
	listsOf<Name extends string>(lookups: Record<Name, Lookup>) {
		const methods = Object.entries<Lookup>(lookups).map(([name, lookup]) => [name, searching(vendor, lookup)]);
		return {
			/** For a node's `listSearch`. */
			listSearch: Object.fromEntries(methods) as Record<Name, ListSearch>,
			/** For a locator. */
			listed: (searchListMethod: Name) => ({ searchListMethod, lookup: lookups[searchListMethod] }),
		};
	},
	/** For `loadOptions`: the choices of a dropdown, all at once. */
	offering: (lookup: Lookup, first: INodePropertyOptions[] = []) =>
		async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
			return [...first, ...(await allChoices(this, vendor, lookup))];
		},
});
