import { jsonParse } from 'n8n-workflow';

import { invalidInput, type ItemFailure } from '../../contract/failure';
import { shown } from '../shown';
import { JSON_TEXT_OR_NUMBER } from './digits';
import { readRecordId, readWholeId } from './id';
import { isBlank, isNothing, trimmed } from './nothing';
import { checkWritten, readText } from './text';
import type { Reader, Reading } from './reading';
import { stringOf } from '../text';

/** Commas, semicolons, bars and line breaks separate entries, but not within quotation marks around a whole entry. */
const ENTRY =
	/[^\S\r\n]*(?:"((?:[^"]|"")*)"|'([^']*)'|[“„]([^“”„]*)[“”])[^\S\r\n]*(?:[,;|\r\n]|$)|([^,;|\r\n]*)(?:[,;|\r\n]|$)/gy;

const incomplete = (entry: string, { label }: Reading): ItemFailure =>
	invalidInput(
		`"${label}" has "${shown(entry)}", a part of an incomplete list`,
		'Correct its brackets and quotation marks, or pass an array. If they belong to the entry, put the whole entry in quotation marks.',
	);

const count = (text: string, sign: string): number => text.split(sign).length - 1;

const BRACKETS = [
	['[', ']'],
	['{', '}'],
	['(', ')'],
] as const;

/** Whether an entry is a piece of a larger value that was split: `["crm"`, `{"id":"crm"}`, `(EU`. */
function isLeftover(entry: string): boolean {
	if (/^["“„]|^'.*'$/s.test(entry) || /^[[{].*[\]}]$/s.test(entry)) return true;
	return BRACKETS.some(
		([open, close]) => (entry.startsWith(open) || entry.endsWith(close)) && count(entry, open) !== count(entry, close),
	);
}

/** The entries of a text; two separators with only blanks between them enclose none. */
function split(text: string, reading: Reading): string[] {
	const entries: string[] = [];
	for (const [, double, single, curly, plain] of text.matchAll(ENTRY)) {
		const quoted = double?.replaceAll('""', '"') ?? single ?? curly;
		const entry = trimmed(quoted ?? plain ?? '');
		if (quoted === undefined && isLeftover(entry)) throw incomplete(entry, reading);
		if (quoted !== undefined || entry !== '') entries.push(entry);
	}
	return entries;
}

/** `["a", 7]` as text, with the digits of its numbers unchanged; undefined when it is not JSON. */
function jsonArray(text: string): unknown[] | undefined {
	if (!text.startsWith('[')) return undefined;
	try {
		const parsed: unknown = jsonParse(
			text.replace(JSON_TEXT_OR_NUMBER, (token) => (token.startsWith('"') ? token : `"${token}"`)),
		);
		return Array.isArray(parsed) ? parsed : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Longest list: some thousand IDs, or tens of thousands of words. A longer one is a mistake, and splitting it would
 * block n8n.
 */
const LONGEST = 200_000;

/**
 * The entries of a list field: chosen, entered one by one, or as a text. A member of an array is one entry, with any
 * content, so that a list that was read is read as the same again.
 */
export function entriesOf(value: unknown, reading: Reading): unknown[] {
	if (typeof value === 'string' && value.length > LONGEST) {
		throw invalidInput(
			`"${reading.label}" is longer than ${LONGEST.toLocaleString('en')} characters`,
			'Pass fewer entries at once, or correct the expression.',
		);
	}
	if (isNothing(value)) return [];
	if (Array.isArray(value)) return value.flat(Infinity);
	if (typeof value !== 'string') return [value];
	checkWritten(value, reading);
	const text = trimmed(value);
	const parsed = jsonArray(text);
	if (parsed) return parsed.flat(Infinity);
	return split(/^\[[^[\]]*\]$/.test(text) ? text.slice(1, -1) : text, reading);
}

/** An empty entry was not found by its expression. Without it, the list would mean less than the user wrote. */
function checkEntry(entry: unknown, { label }: Reading): void {
	if (!isNothing(entry) && !(typeof entry === 'string' && jsonArray(trimmed(entry)))) return;
	const what = isBlank(entry)
		? 'an empty entry'
		: `the entry "${shown(stringOf(entry))}", which ${isNothing(entry) ? 'is a placeholder' : 'is a list'}`;
	throw invalidInput(
		`"${label}" has ${what}`,
		'Correct the expression or the row that it comes from, or take the entry out.',
	);
}

/** A text, or the texts of a list, for a reader with splitting rules of its own. */
export const readTexts: Reader<string | string[]> = (value, reading) => {
	if (Array.isArray(value))
		return value
			.flat(Infinity)
			.filter((entry) => !isNothing(entry))
			.map((entry) => readText(entry, reading));
	const text = readText(value, reading);
	for (const entry of jsonArray(text) ?? []) checkEntry(entry, reading);
	return text;
};

/** Without duplicates. */
const listOf =
	<T>(read: Reader<T>) =>
	(value: unknown, reading: Reading): T[] => [
		...new Set(
			entriesOf(value, reading).map((entry) => {
				checkEntry(entry, reading);
				return read(entry, reading);
			}),
		),
	];

/** For two IDs in one entry, it is unclear whether they are one. */
const readSingleId: Reader<string> = (value, reading) => {
	const text = trimmed(stringOf(value));
	if (!/[,;|\r\n]/.test(text)) return readRecordId(value, reading);
	throw invalidInput(
		`Each entry of "${reading.label}" must be one ID (got "${shown(text)}")`,
		'Make a separate entry of each ID.',
	);
};

/** Texts, from an array or from one text with separators. */
export const readList = listOf(readText);
/** IDs, from an array or from one text with separators. */
export const readIdList = listOf(readSingleId);
/** IDs that are whole numbers, from an array or from one text with separators. */
export const readWholeIdList = listOf(readWholeId);
