import { isFilled } from '../values/filled';
import { isRecord } from '../values/json';
import { lettersOf } from '../values/letters';
import type { Page } from './page';

/** The parts of an answer that can say whether there are more rows. */
export type Answer = Pick<Page, 'body' | 'headers'>;

/** Names of members, only their letters. */
export type Names = ReadonlySet<string>;

const ENVELOPE: Names = new Set(['data']);

/**
 * Members in which APIs commonly say whether there are more rows: the documented ones, and others, because not every
 * list is documented.
 */
const CORNERS: Names = new Set([
	...['pagination', 'paging', 'page', 'pages', 'pageinfo', 'cursors'],
	...['meta', 'metadata', 'responsemetadata', 'resultinfo'],
	'links',
]);

const membersOf = (value: unknown, names: Names): unknown[] =>
	isRecord(value)
		? Object.entries(value).flatMap(([name, member]) => (names.has(lettersOf(name)) ? [member] : []))
		: [];

/**
 * The answer and the objects around its rows, also in the common envelope, and objects within them, such as
 * `meta.pagination`.
 */
export function pagingObjects(body: unknown): unknown[] {
	const envelopes = [body, ...membersOf(body, ENVELOPE)];
	const corners = envelopes.flatMap((envelope) => membersOf(envelope, CORNERS));
	return [...envelopes, ...corners, ...corners.flatMap((corner) => membersOf(corner, CORNERS))];
}

/** The values at any of these places under any of these names, in any spelling. */
export const valuesOf = (body: unknown, names: Names): unknown[] =>
	pagingObjects(body).flatMap((place) => membersOf(place, names));

/** A number as people write it, such as 1,300. Counts have no decimals, so any separator divides thousands. */
const IN_THOUSANDS = /^\d{1,3}(?:[.,'\s]\d{3})+$/;

function toNumber(value: unknown): number {
	if (typeof value === 'number') return value;
	if (typeof value !== 'string' || !isFilled(value)) return NaN;
	const text = value.trim();
	return Number(IN_THOUSANDS.test(text) ? text.replace(/\D/g, '') : text);
}

/** The values that are counts. */
export const numbersIn = (values: unknown[]): number[] => values.map(toNumber).filter((value) => !Number.isNaN(value));
