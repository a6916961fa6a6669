import { jsonParse } from 'n8n-workflow';

import { invalidInput } from '../../contract/failure';
import { shown } from '../shown';
import type { Reader, Reading } from './reading';

/** Texts, which may hold digits, and numbers. */
const TEXT_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** The digits that say which number it is. */
const significant = (number: string): string =>
	number.toLowerCase().replace(/e.*$/, '').replace(/[-.]/g, '').replace(/^0+|0+$/g, '');

/** Whether reading a number would change its digits: a computer keeps some 15 of them. */
const losesDigits = (number: string): boolean =>
	significant(number).length > 15 && significant(number) !== significant(String(Number(number)));

/** What word processors make of quotation marks. */
const CURLY = /[\u201c-\u201f\u2033]/g;

function parsed(text: string): { value: unknown } | undefined {
	try {
		return { value: jsonParse(text) };
	} catch {
		return undefined;
	}
}

/**
 * A value from JSON text; anything but a text is JSON already.
 * @throws ItemFailure when it does not parse, or a number in it would be rounded
 */
export const readJsonValue: Reader<unknown> = (value, { label }: Pick<Reading, 'label'>) => {
	if (typeof value !== 'string') return value;
	const long = value.match(TEXT_OR_NUMBER)?.find((token) => !token.startsWith('"') && losesDigits(token));
	if (long !== undefined) {
		throw invalidInput(
			`"${label}" has the number ${long}, which has too many digits to be sent as it is`,
			`Put it in quotation marks: "${long}".`,
		);
	}
	const read = parsed(value);
	if (read) return read.value;
	const straight = value.replace(CURLY, '"');
	if (straight !== value && parsed(straight)) {
		throw invalidInput(`"${label}" is not valid JSON: it has curly quotation marks`, `Write straight ones: ${shown(straight)}`);
	}
	throw invalidInput(
		`"${label}" is not valid JSON`,
		'Check commas, quotation marks and brackets; names and texts need double quotation marks, as in { "name": "value" }.',
	);
};

/** A JSON field: its text is checked and stays a text, as a JSON text such as `"gpt-4o"` could not be told from what is in it. */
export const readJsonField: Reader<unknown> = (value, reading) => {
	readJsonValue(value, reading);
	return value;
};
