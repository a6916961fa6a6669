import { ItemFailure, invalidInput } from '../../shared/contract/failure';
import type { ItemParameters } from '../../shared/contract/operation';
import { saysMore } from '../../shared/paging/more';
import { isNotAll } from '../../shared/paging/continuation';
import type { Page, PageStyle, Query } from '../../shared/paging/page';
import { rowsAtPath } from '../../shared/paging/rows';
import { countsMore } from '../../shared/paging/totals';
import { atPath } from '../../shared/values/json';
import { rowsIn } from '../answers/envelopes';
import { isFilled } from '../../shared/values/filled';
import { readWholeNumber } from '../../shared/values/reading/number';
import { readOption } from '../../shared/values/reading/option';
import { shown } from '../../shared/values/shown';
import { isIdentifier } from '../identifier';
import { stringOf } from '../../shared/values/text';

export const NONE = 'none';
export const CURSOR = 'cursor';
export const PAGE = 'page';
export const OFFSET = 'offset';

/** The paging that the user entered. */
export interface Paging {
	/** Parameters of the first request. */
	first: Query;
	style: PageStyle;
}

/** More levels than any response has. */
const MOST_NAMES = 100;

/** The names of a path with dots. @throws ItemFailure if there are too many */
function splitPath(path: string, label: string): string[] {
	const names = path
		.split('.', MOST_NAMES + 1)
		.map((name) => name.trim())
		.filter((name) => name !== '');
	if (names.length <= MOST_NAMES) return names;
	throw invalidInput(
		`"${label}" must have at most ${MOST_NAMES} names`,
		'Enter the names from the outermost to the list or value, separated by dots, as in data.items.',
	);
}

function readName(item: ItemParameters, field: string, label: string): string {
	const name = item.parameter(field, '');
	if (!isFilled(name)) throw invalidInput(`"${label}" is empty`, 'Enter the name that KAIRO uses.');
	return stringOf(name).trim();
}

function readCount(item: ItemParameters, field: string, label: string, fallback: number, least: number): number {
	return readOption(item, `paginationOptions.${field}`, label, readWholeNumber, { min: least }) ?? fallback;
}

/** Finds the rows at Items Path, or in the usual members. */
function readRows(item: ItemParameters): PageStyle['rows'] {
	const path = item.parameter('paginationOptions.itemsPath', '');
	const [find, place] = isFilled(path)
		? [rowsAtPath(splitPath(stringOf(path), 'Items Path')), `at "${shown(path)}"`]
		: [rowsIn(), 'in the usual places'];
	return (body) => {
		const rows = find(body);
		if (rows) return rows;
		throw new ItemFailure({
			kind: 'unavailable',
			message: `The answer has no list ${place}`,
			description:
				'Enter the place of the rows in Items Path under Pagination Options. To get the full answer, remove Pagination.',
		});
	};
}

function readSize(item: ItemParameters): PageStyle['size'] {
	const param = stringOf(item.parameter('paginationOptions.pageSizeParameter', '') ?? '').trim();
	return param === '' ? undefined : { param, max: readCount(item, 'pageSize', 'Page Size', 100, 1) };
}

/**
 * The next cursor; undefined on the last page.
 * @param names of the members on the way to it
 * @throws ItemFailure if there are more rows and no cursor: it is somewhere else
 */
function cursorIn(page: Page, names: string[]): unknown {
	const cursor = atPath(page.body, names);
	if (isIdentifier(cursor)) return cursor;
	const more = saysMore(page) ?? (cursor === undefined && countsMore(page));
	if (!more) return undefined;
	throw new ItemFailure({
		kind: 'unavailable',
		message: `KAIRO has more rows, but the answer has no cursor at "${shown(names.join('.'))}"`,
		description: 'Enter the place of the next cursor in Next Cursor Path.',
	});
}

/**
 * Whether another page follows. If the response does not say so, only an empty page is the last one, because KAIRO may send fewer
 * rows than requested.
 * @param passed number of skipped rows that the total includes
 */
function goesOn(page: Page, passed: number): boolean {
	const more = saysMore(page);
	if (page.rows.length > 0) return more !== false;
	const isMissing = more === undefined && countsMore({ ...page, distinct: page.distinct + passed });
	if (isMissing) throw isNotAll(page.seen);
	return false;
}

/** So many equal pages of one row cannot be a coincidence. */
const TOO_MANY_EQUALS = 10;

/** How often a page may repeat. Different rows may look alike, which matters for pages of one row. */
function toleratedEquals({ rows, size }: Page): number {
	if (rows.length !== 1) return 0;
	return size === 1 ? Infinity : TOO_MANY_EQUALS;
}

/** Detects a repeated page, also of rows without an ID: KAIRO may ignore the parameter. */
function withoutRepetition(next: PageStyle['next']): PageStyle['next'] {
	let previous = '';
	let equals = 0;
	return (page) => {
		const present = JSON.stringify(page.rows);
		equals = page.rows.length > 0 && present === previous ? equals + 1 : 0;
		if (equals > toleratedEquals(page)) {
			throw new ItemFailure({
				kind: 'unavailable',
				message: 'KAIRO sent the same page twice',
				description: 'Check Pagination and the names of its parameters. KAIRO may ignore them.',
			});
		}
		previous = present;
		return next(page);
	};
}

/** The parameters and the step to the next page, by kind of paging. */
function readSteps(
	item: ItemParameters,
	kind: unknown,
): { first: Query } & Pick<PageStyle, 'next' | 'positionOf' | 'from'> {
	if (kind === CURSOR) {
		const param = readName(item, 'cursorParameter', 'Cursor Parameter');
		const names = splitPath(readName(item, 'cursorPath', 'Next Cursor Path'), 'Next Cursor Path');
		return {
			first: {},
			next(page) {
				const cursor = cursorIn(page, names);
				return cursor === undefined ? undefined : { [param]: cursor };
			},
		};
	}
	const byPage = kind === PAGE;
	const param = byPage
		? readName(item, 'pageParameter', 'Page Parameter')
		: readName(item, 'offsetParameter', 'Offset Parameter');
	const start = byPage
		? readCount(item, 'firstPage', 'First Page', 1, 0)
		: readCount(item, 'firstOffset', 'First Offset', 0, 0);
	// The number of rows on the skipped pages is unknown.
	const passedByPages = start > 1 ? Infinity : 0;
	const passed = byPage ? passedByPages : start;
	return {
		first: { [param]: start },
		next: (page) =>
			goesOn(page, passed) ? { [param]: byPage ? Number(page.query[param]) + 1 : page.onward } : undefined,
		...(!byPage && {
			positionOf: ({ [param]: position }) => Number(position),
			from: (position) => ({ [param]: position }),
		}),
	};
}

/**
 * Reads the fields of Pagination; undefined for none.
 * @throws ItemFailure with the name of the wrong field
 */
export function readPaging(item: ItemParameters): Paging | undefined {
	const kind = item.parameter('pagination', NONE);
	if (kind === NONE) return undefined;
	if (![CURSOR, PAGE, OFFSET].includes(stringOf(kind))) {
		throw invalidInput(
			`"Pagination" must be an option of the list (got "${shown(kind)}")`,
			'Choose an option from the list.',
		);
	}
	const { first, next, ...byPosition } = readSteps(item, kind);
	const size = readSize(item);
	return {
		first,
		style: {
			...(size && { size }),
			// Page numbers need pages of one size.
			...(kind === PAGE && { constantSize: true as const }),
			rows: readRows(item),
			...byPosition,
			next: withoutRepetition(next),
			repeated: 'fault',
		},
	};
}
