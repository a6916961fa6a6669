import type { IDataObject } from 'n8n-workflow';

import { invalidInput } from '../contract/failure';
import type { ListEnd } from '../contract/listEnd';
import { collectAvailable } from '../paging/collectRows';
import type { Advice, ItemParameters, Operation } from '../contract/operation';
import type { PageStyle, Query } from '../paging/page';
import { identityOf } from '../paging/rows';
import { within, type Period } from '../paging/period';
import { isNothing } from '../values/reading/nothing';
import { readOption } from '../values/reading/option';
import { shown } from '../values/shown';
import { charactersOf, fills } from '../tool/longest';
import { readLongestAnswer } from '../tool/longestOption';
import { readYesNo } from '../values/reading/yesNo';
import { asItem } from '../values/rows';
import { eachItem, type Draft } from './eachItem';
import { prepareRequest, type PreparedEndpoint } from './single';
import { stringOf } from '../values/text';

/** An operation that reads a list, page after page. */
export interface ListRequest extends Omit<PreparedEndpoint, 'method'>, Advice {
	page: PageStyle;
	/** A list so short that the operation has no Return All and no Limit. */
	isShort?: boolean;
	/**
	 * The member with the time of creation, for a list that the node filters itself by Created After and Created
	 * Before.
	 */
	created?: string;
	/**
	 * For records that the API splits into several lists: their queries. A row that is in several of them comes once.
	 */
	parts?: (query: Query) => Query[];
	/** Changes a row for the user; unchanged when absent. */
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
		`"Limit" must be a whole number from 1 (got "${shown(limit)}")`,
		'Enter how many rows you want, or turn on Return All.',
	);
}

/** The filters Created After and Created Before, if an operation has them; undefined if both are empty. */
export function createdBetween(item: ItemParameters): Period | undefined {
	const [from, to] = ['createdAfter', 'createdBefore'].map((name) =>
		Date.parse(stringOf(item.parameter(`filters.${name}`, ''))),
	);
	const period = { from: from || -Infinity, to: to || Infinity };
	return Number.isFinite(period.from) || Number.isFinite(period.to) ? period : undefined;
}

/** For records in several lists of the API: a row may be in several, so the totals cannot be added. */
const together = ([only = { more: 'no' }, ...others]: ListEnd[]): ListEnd => {
	const all = [only, ...others].map(({ more }) => more);
	return others.length === 0
		? only
		: { more: all.includes('yes') ? 'yes' : all.includes('perhaps') ? 'perhaps' : 'no' };
};

/** One item's list. */
export function listDraft(definition: ListRequest, item: ItemParameters): Draft {
	const apiRequest = prepareRequest({ ...definition, method: 'GET' }, item);
	const limit = definition.isShort ? Infinity : wantedRows(item);
	const { read = asItem, simplify, created, parts = (query) => [query] } = definition;
	const period = created === undefined ? undefined : createdBetween(item);
	const style = created !== undefined && period ? within(definition.page, created, period) : definition.page;
	const isSimplified = simplify !== undefined && readOption(item, 'simplify', 'Simplify', readYesNo) === true;
	const shape = isSimplified ? (row: unknown) => simplify(read(row)) : read;
	// A tool reads no more rows than fit into an answer for a model.
	const isEnough = item.isTool ? fills(charactersOf(readLongestAnswer(item)), shape) : undefined;
	return {
		identity: { effect: { ...apiRequest.request, limit, isSimplified, period } },
		async perform(api) {
			const fetchPage = async (query: Query) =>
				await api.send({ ...apiRequest, isList: true, request: { ...apiRequest.request, query } });
			const { identity = identityOf } = style;
			const rows: unknown[] = [];
			const ends: ListEnd[] = [];
			for (const query of parts(apiRequest.request.query)) {
				if (rows.length >= limit || isEnough?.(rows)) {
					ends.push({ more: 'perhaps' });
					break;
				}
				const earlier = new Set(rows.map(identity));
				const found = await collectAvailable(style, query, limit, fetchPage, api.vendorName, isEnough);
				if (found.cut) throw found.cut;
				ends.push(found.end);
				for (const row of found.rows) if (!earlier.has(identity(row) ?? '')) rows.push(row);
			}
			api.listEnded(rows.length > limit ? { more: 'yes' } : together(ends));
			return rows.slice(0, limit).map(shape);
		},
	};
}

/** Reads a list up to the user's limit, one output item for each row. */
export const list = (definition: ListRequest): Operation => ({
	...eachItem((item) => listDraft(definition, item), {
		endpoints: [`GET ${definition.path}`],
		paging: definition.page.inWords,
		...definition,
	}),
	...(!definition.isShort && { isLimited: true }),
});
