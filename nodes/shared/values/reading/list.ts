import { jsonParse } from 'n8n-workflow';

import { isNothing, trimmed } from './nothing';
import { readIdText, readWholeId } from './id';
import { readText } from './text';
import type { Reader, Reading } from './reading';

const SEPARATORS = /[,;|\r\n]+/;

/** `["a", "b"]` and `[1, 2]` as text are lists, too. */
function bracketed(text: string): unknown[] {
	try {
		const parsed: unknown = jsonParse(text);
		if (Array.isArray(parsed) && parsed.every((entry) => typeof entry === 'string')) return parsed;
	} catch {
		// Then the brackets are all that it has of JSON.
	}
	// Numbers stay the digits that they are.
	return text.slice(1, -1).split(SEPARATORS).map((entry) => entry.replace(/^\s*"(.*)"\s*$/s, '$1'));
}

function entriesOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.flatMap(entriesOf);
	if (typeof value !== 'string') return [value];
	const text = trimmed(value);
	return /^\[.*\]$/s.test(text) ? bracketed(text) : text.split(SEPARATORS);
}

/** A text, or the texts of a list, for what takes them apart by rules of its own. */
export const readTexts: Reader<string | string[]> = (value, reading) =>
	Array.isArray(value) ? value.flat(Infinity).filter((entry) => !isNothing(entry)).map((entry) => readText(entry, reading)) : readText(value, reading);

/** What a list field holds, chosen, entered one by one, or as a text with commas, semicolons, bars or line breaks. Nothing comes twice. */
const listOf =
	<T>(read: Reader<T>) =>
	(value: unknown, reading: Reading): T[] => [
		...new Set(entriesOf(value).filter((entry) => !isNothing(entry)).map((entry) => read(entry, reading))),
	];

export const readList = listOf(readText);
export const readIdList = listOf(readIdText);
export const readWholeIdList = listOf(readWholeId);
