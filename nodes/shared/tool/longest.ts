import type { IDataObject } from 'n8n-workflow';

import { beginningOf } from '../values/beginning';
import { isRecord } from '../values/json';

/** The usual estimate for English text and JSON; the characters below count as several of these. */
const CHARACTERS_A_TOKEN = 4;

/** Greek, Cyrillic, Hebrew, Arabic, the scripts of India: about two characters a token. */
const isOfTwo = (code: number): boolean => code >= 0x370 && code < 0xe00;

/**
 * Thai and all later blocks, such as Chinese, Japanese, Korean and emoji: about one. Quotation marks and the like are
 * excepted.
 */
const isOfOne = (code: number): boolean => code >= 0xe00 && !(code >= 0x2000 && code < 0x2100);

/** Length of a text, by its number of tokens. */
function weightOf(text: string): number {
	let weight = text.length;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (isOfTwo(code)) weight += 1;
		else if (isOfOne(code)) weight += CHARACTERS_A_TOKEN - 1;
	}
	return weight;
}

/** MCP clients accept 25,000; agents keep every answer of a conversation. */
export const DEFAULT_LONGEST_TOKENS = 20_000;
/** The smallest value of the option. */
export const LEAST_LONGEST_TOKENS = 500;

/** How many characters of English text a number of tokens has. */
export const charactersOf = (tokens: number): number => tokens * CHARACTERS_A_TOKEN;

/** Length of a row for a model, with the comma after it, in characters of English text. */
export const lengthOf = (row: unknown): number => weightOf(JSON.stringify(row)) + 1;

/**
 * Returns a function that says whether a growing list of rows fills an answer.
 * @param shape turns a row into its output
 */
export function fills(
	room: number,
	shape: (row: unknown) => unknown = (row) => row,
): (rows: readonly unknown[]) => boolean {
	let counted = 0;
	let length = 0;
	return (rows) => {
		if (rows.length < counted) [counted, length] = [0, 0];
		for (; counted < rows.length && length <= room; counted++) length += lengthOf(shape(rows[counted]));
		return length > room;
	};
}

/** A value with long lists and texts shortened, and a note how much is missing. */
function shortened(value: unknown, mostCharacters: number, mostEntries: number): unknown {
	if (typeof value === 'string') {
		const weight = weightOf(value);
		const kept =
			weight > mostCharacters ? beginningOf(value, Math.floor((mostCharacters * value.length) / weight)) : value;
		const rest = value.length - kept.length;
		return rest > 0 ? `${kept} (cut here: ${rest} more characters)` : value;
	}
	if (Array.isArray(value)) {
		const kept = value.slice(0, mostEntries).map((entry) => shortened(entry, mostCharacters, mostEntries));
		const rest = value.length - kept.length;
		return rest > 0 ? [...kept, `(cut here: ${rest} more of ${value.length})`] : kept;
	}
	if (!isRecord(value)) return value;
	const members = Object.entries(value);
	const kept = members
		.slice(0, mostEntries)
		.map(([name, member]) => [name, shortened(member, mostCharacters, mostEntries)]);
	const rest = members.length - kept.length;
	return Object.fromEntries(rest > 0 ? [...kept, ['cut', `${rest} more members`]] : kept);
}

/** One row that is longer than an answer may be. */
function shortenedRow(row: IDataObject, room: number): IDataObject {
	for (let most = Math.max(1, Math.floor(room / 2)); most > 1; most = Math.floor(most / 2)) {
		const shorter = shortened(row, most, Math.ceil(most / 20));
		if (isRecord(shorter) && lengthOf(shorter) <= room) return shorter as IDataObject;
	}
	return { cut: 'This record is longer than an answer may be' };
}

/** A row that fits into no answer is shown if at least this part of an answer is left. */
const LEAST_PART = 1 / 4;

/** Space for a row that is too long: the rest, but up to half is kept for the rows after it. */
function roomFor(behind: IDataObject[], left: number, room: number): number {
	const wanted = behind.map(lengthOf).reduce((whole, length) => (length > room ? whole : whole + length), 0);
	return left - Math.min(wanted, Math.floor(left / 2));
}

/** The first rows of an answer, as many as fit, and at least one. A row that fits into no answer is shortened. */
export function fitting(rows: IDataObject[], room: number): { rows: IDataObject[]; isShortened: boolean } {
	const shown: IDataObject[] = [];
	let left = room;
	let isShortened = false;
	for (const [index, row] of rows.entries()) {
		const isTooLong = lengthOf(row) > room;
		const most = isTooLong ? roomFor(rows.slice(index + 1), left, room) : left;
		if (isTooLong ? shown.length > 0 && most < room * LEAST_PART : lengthOf(row) > left) break;
		const fit = isTooLong ? shortenedRow(row, most) : row;
		left -= lengthOf(fit);
		isShortened ||= isTooLong;
		shown.push(fit);
	}
	return { rows: shown, isShortened };
}
