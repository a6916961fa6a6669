import type { IDataObject } from 'n8n-workflow';

import { ItemFailure } from '../shared/executor/failure';
import { firstOf, rowsAt, type Page, type PageStyle } from '../shared/executor/pages';
import { at, isRecord } from '../shared/json';
import { asItem, rowsOf } from '../shared/operations/rows';
import type { CategoryName, KairoEndpoint } from './endpoints';
import { LABELS } from './unpublished';

/** Members that lists are commonly in. KAIRO shows no list, and its one record without an envelope (seed 003 "Response"). */
const ENVELOPES = ['data', 'items', 'results'];

/** The rows of a list, wherever they are. */
export const rowsIn = (...names: string[]): PageStyle['rows'] =>
	firstOf(rowsAt(), ...[...names, ...ENVELOPES].map((name) => rowsAt(name)));

/** Where APIs tell of further rows, and in what words. */
const PLACES = [[], ['pagination'], ['meta']];
const FLAGS = ['has_more', 'hasMore'];
const CURSORS = ['next_cursor', 'nextCursor', 'next'];
const TOTALS = ['total', 'total_count'];

const firstAt = (body: unknown, names: string[]): unknown[] =>
	PLACES.flatMap((place) => names.map((name) => at(body, ...place, name)));

const isFilled = (cursor: unknown): boolean =>
	(typeof cursor === 'string' && cursor !== '') || typeof cursor === 'number' || isRecord(cursor);

/** Whether an answer says that there is more; undefined when it says nothing about it. */
export function saysMore(body: unknown): boolean | undefined {
	const flag = firstAt(body, FLAGS).find((value) => typeof value === 'boolean');
	if (typeof flag === 'boolean') return flag;
	return firstAt(body, CURSORS).some(isFilled) ? true : undefined;
}

/** A total counts only where no query has asked for a part of it. */
function isPartOfTotal({ body, rows, query }: Page): boolean {
	const total = firstAt(body, TOTALS).find((value) => typeof value === 'number');
	return typeof total === 'number' && Object.keys(query).length === 0 && total > rows.length;
}

const tellsOfMore = (page: Page): boolean =>
	saysMore(page.body) ?? (isPartOfTotal(page) || /rel="?next"?/.test(page.headers.link ?? ''));

/** Leaving rows out silently is no answer, and neither is a paging parameter that no document names. */
const moreThanOnePage = (category: CategoryName, { method, path }: KairoEndpoint, count: number): ItemFailure =>
	new ItemFailure({
		kind: 'unavailable',
		message: `KAIRO sent ${count} rows and says that there are more, but publishes no way to the next page`,
		description: `Set Limit to ${count} or less for these, or read all pages with ${LABELS[category]} > API Request (${method} ${path}) and its Pagination.`,
	});

const noListAt = (category: CategoryName, { method, path }: KairoEndpoint): ItemFailure =>
	new ItemFailure({
		kind: 'unavailable',
		message: `KAIRO answered ${method} ${path} without a list`,
		description: `${LABELS[category]} > API Request shows the answer as it is.`,
	});

/** The one page that can be had, or a clear word where it is not all. */
export function onePage(category: CategoryName, endpoint: KairoEndpoint, ...names: string[]): PageStyle {
	const find = rowsIn(...names);
	return {
		rows(body) {
			const rows = find(body);
			if (!rows) throw noListAt(category, endpoint);
			return rows;
		},
		next(page) {
			if (tellsOfMore(page)) throw moreThanOnePage(category, endpoint, page.rows.length);
			return undefined;
		},
		repeated: 'fault',
	};
}

/** A single record out of its envelope, if it has one. */
export const unwrapped = (body: unknown): unknown =>
	isRecord(body) && body.id === undefined && isRecord(body.data) ? body.data : body;

const isEmpty = (body: unknown): boolean => body === undefined || body === null;

/**
 * A single record as a row.
 * @param ids what the request named, to tell an empty answer by
 */
export const recordRows = (body: unknown, ids: IDataObject): IDataObject[] =>
	isEmpty(body) ? [{ success: true, ...ids }] : rowsOf(unwrapped(body));

/** Beside rows, these say nothing about them. */
const PAGING = new Set([...FLAGS, ...CURSORS]);

/**
 * Figures, which come as a list or as one record: a row each, as long as that leaves nothing out.
 * @param names of the member that the rows may be in
 */
export function figureRows(body: unknown, ...names: string[]): IDataObject[] {
	if (!isRecord(body)) return rowsOf(body);
	const envelope = [...names, ...ENVELOPES].find((name) => Array.isArray(body[name]));
	const others = Object.keys(body).filter((name) => name !== envelope && !PAGING.has(name));
	const rows = envelope !== undefined && others.length === 0 ? rowsAt(envelope)(body) : undefined;
	return rows ? rows.map(asItem) : rowsOf(unwrapped(body));
}
