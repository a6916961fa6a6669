import { isFilled } from '../values/filled';
import { isRecord } from '../values/json';
import { lettersOf } from '../values/letters';
import type { Page } from './page';

/** What of an answer can tell of further rows. */
export type Answer = Pick<Page, 'body' | 'headers'>;

/** Names of members, in letters only. */
export type Names = ReadonlySet<string>;

const ENVELOPE: Names = new Set(['data']);

/**
 * Members that APIs commonly tell of further rows in: those that the vendors document, and those of others, as not every list of
 * theirs is documented.
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

/** The answer and what is around its rows, also in the common envelope, and corners of corners, as `meta.pagination`. */
export function pagingObjects(body: unknown): unknown[] {
	const envelopes = [body, ...membersOf(body, ENVELOPE)];
	const corners = envelopes.flatMap((envelope) => membersOf(envelope, CORNERS));
	return [...envelopes, ...corners, ...corners.flatMap((corner) => membersOf(corner, CORNERS))];
}

/** What an answer says at any of these places under any of these names, however they are spelled. */
export const valuesOf = (body: unknown, names: Names): unknown[] =>
	pagingObjects(body).flatMap((place) => membersOf(place, names));

/** A number as people write it, such as 1,300. What is counted has no decimals, so that any separator parts thousands. */
const IN_THOUSANDS = /^\d{1,3}(?:[.,'\s]\d{3})+$/;

function toNumber(value: unknown): number {
	if (typeof value === 'number') return value;
	if (typeof value !== 'string' || !isFilled(value)) return NaN;
	const text = value.trim();
	return Number(IN_THOUSANDS.test(text) ? text.replace(/\D/g, '') : text);
}

/** Those of the values that count something. */
export const numbersIn = (values: unknown[]): number[] => values.map(toNumber).filter((value) => !Number.isNaN(value));
