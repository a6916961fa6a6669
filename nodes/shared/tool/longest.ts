import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../values/json';

/** The usual estimate for English text and JSON. */
const CHARACTERS_A_TOKEN = 4;

/** What MCP clients take is 25,000; agents keep every answer of a conversation. */
export const DEFAULT_LONGEST_TOKENS = 20_000;
export const LEAST_LONGEST_TOKENS = 500;

export const charactersOf = (tokens: number): number => tokens * CHARACTERS_A_TOKEN;

/** Length of a row as a model gets it, with the comma behind it. */
export const lengthOf = (row: unknown): number => JSON.stringify(row).length + 1;

/** Tells whether rows, of which there are more each time it is asked, fill an answer. @param shape makes of a row what is shown */
export function fills(room: number, shape: (row: unknown) => unknown = (row) => row): (rows: readonly unknown[]) => boolean {
	let counted = 0;
	let length = 0;
	return (rows) => {
		if (rows.length < counted) [counted, length] = [0, 0];
		for (; counted < rows.length && length <= room; counted++) length += lengthOf(shape(rows[counted]));
		return length > room;
	};
}

/** Long lists and texts of a value with their ends cut off, and how much is missing. */
function shortened(value: unknown, mostCharacters: number, mostEntries: number): unknown {
	if (typeof value === 'string') {
		const rest = value.length - mostCharacters;
		return rest > 0 ? `${value.slice(0, mostCharacters)} (cut here: ${rest} more characters)` : value;
	}
	if (Array.isArray(value)) {
		const kept = value.slice(0, mostEntries).map((entry) => shortened(entry, mostCharacters, mostEntries));
		const rest = value.length - kept.length;
		return rest > 0 ? [...kept, `(cut here: ${rest} more of ${value.length})`] : kept;
	}
	if (!isRecord(value)) return value;
	const members = Object.entries(value);
	const kept = members.slice(0, mostEntries).map(([name, member]) => [name, shortened(member, mostCharacters, mostEntries)]);
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

/** The first rows of an answer, as many as there is room for, and at least one. */
export function fitting(rows: IDataObject[], room: number): { rows: IDataObject[]; isShortened: boolean } {
	const [first] = rows;
	if (first && lengthOf(first) > room) return { rows: [shortenedRow(first, room)], isShortened: true };
	let length = 0;
	const end = rows.findIndex((row) => (length += lengthOf(row)) > room);
	return { rows: end < 0 ? rows : rows.slice(0, end), isShortened: false };
}
