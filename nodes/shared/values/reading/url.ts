import { invalidInput } from '../../contract/failure';
import { shown } from '../shown';
import { isMadeUpUrl, isTemplateUrl } from '../templateAddress';
import { certainMissingValueIn } from './missingValue';
import { trimmed } from './nothing';
import type { Reader, Reading } from './reading';
import { readText } from './text';

/** A part of an address that is only this word. */
const LEFT = /^(?:undefined|[Nn]ull|NULL|NaN)+$/;

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/**
 * A program's word for a missing value in the host, the path or the query of an address; undefined if there is none.
 */
export function leftInUrl(text: string): string | undefined {
	const address = text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
	const [host = '', ...others] = address.split(/[/?#&=;]/);
	const parts = [...host.split(/[.:@]/), ...others].map((part) => trimmed(decoded(part)));
	return certainMissingValueIn(decoded(text.replaceAll('+', ' '))) ?? parts.find((part) => LEFT.test(part));
}

/** `<url>`, `https://example.com/{path}`: to be filled in. */
const TO_BE_FILLED_IN = /[<>{}]|\[[\p{L} _-]+\](?![=&])/u;

function flawOf(text: string, { isTool }: Reading): string | undefined {
	if (/\s/.test(text) || !/[.:/]/.test(text)) return '';
	const isTemplate = TO_BE_FILLED_IN.test(text) || isTemplateUrl(text) || (isTool && isMadeUpUrl(text));
	return isTemplate ? 'it is an example' : undefined;
}

/**
 * The longest accepted address is a search of LinkedIn (docs/vendors); one with a signature has some thousand
 * characters.
 */
const LONGEST = 20_000;

/** A web address. An incomplete one could lead to the wrong place, such as a stranger's webhook. */
export const readUrl: Reader<string> = (value, reading) => {
	if (typeof value === 'string' && value.length > LONGEST) {
		throw invalidInput(
			`"${reading.label}" is longer than ${LONGEST.toLocaleString('en')} characters, too long for a web address`,
			'Enter the address alone, or correct the expression.',
		);
	}
	const text = readText(value, reading);
	const left = leftInUrl(text);
	const flaw = left === undefined ? flawOf(text, reading) : undefined;
	if (flaw !== undefined)
		throw invalidInput(
			`"${reading.label}" must be a web address (got "${shown(text)}")${flaw === '' ? '' : `: ${flaw}`}`,
			'Enter the whole address, such as https://www.example.com/page.',
		);
	if (left === undefined) return text;
	throw invalidInput(
		`"${reading.label}" has "${shown(left)}" in it: a part of the address is missing`,
		'Correct the expression, or the field of the row that it reads.',
	);
};
