import { isFilled } from '../values/filled';
import { at } from '../values/json';
import type { Page } from './pages';

/** What of an answer can tell of further rows. */
export type Answer = Pick<Page, 'body' | 'headers'>;

/**
 * Places that APIs commonly tell of further rows in: those that the vendors document, and those of others, as not every list of
 * theirs is documented.
 */
const PLACES = [
	[],
	['data'],
	['pagination'],
	['paging'],
	['meta'],
	['meta', 'pagination'],
	['links'],
	['_links'],
	['page_info'],
	['pageInfo'],
];

/** What an answer says at any of these places under any of these names. */
export const valuesOf = (body: unknown, names: string[]): unknown[] =>
	PLACES.flatMap((place) => names.map((name) => at(body, ...place, name)));

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
