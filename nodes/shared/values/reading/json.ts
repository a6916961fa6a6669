import { jsonParse } from 'n8n-workflow';

import { invalidInput, type ItemFailure } from '../../contract/failure';
import { shown } from '../shown';
import { isUnsure, JSON_TEXT_OR_NUMBER, losesDigits } from './digits';
import { invalidDate, isInvalidDate } from './invalidDate';
import { trimmed } from './nothing';
import type { Reader, Reading } from './reading';

/** What word processors make of quotation marks. */
const CURLY = /[\u201c-\u201f\u2033]/g;

function parsed(text: string): { value: unknown } | undefined {
	try {
		return { value: jsonParse(text) };
	} catch {
		return undefined;
	}
}

const tooLong = (number: string, label: string): ItemFailure =>
	invalidInput(`"${label}" has the number ${shown(number)}, which has too many digits to be sent as it is`, `Put it in quotation marks: "${shown(number)}".`);

function notJson(text: string, label: string): ItemFailure {
	const straight = text.replace(CURLY, '"');
	if (straight !== text && parsed(straight)) {
		return invalidInput(`"${label}" is not valid JSON: it has curly quotation marks`, `Write straight ones: ${shown(straight)}`);
	}
	return invalidInput(
		`"${label}" is not valid JSON`,
		'Check commas, quotation marks and brackets; names and texts need double quotation marks, as in { "name": "value" }.',
	);
}

function fromText(text: string, label: string): unknown {
	const read = parsed(text);
	if (!read) throw notJson(text, label);
	const long = text.match(JSON_TEXT_OR_NUMBER)?.find((token) => !token.startsWith('"') && losesDigits(token));
	if (long !== undefined) throw tooLong(long, label);
	return read.value;
}

/**
 * What JSON cannot say as it is: it would be rounded, or become null.
 * @throws ItemFailure with the value
 */
function checkValue(value: unknown, label: string): void {
	if (isInvalidDate(value)) throw invalidDate(value, label);
	if (typeof value === 'bigint') throw tooLong(String(value), label);
	if (typeof value !== 'number' || !isUnsure(value)) return;
	if (Number.isFinite(value)) throw tooLong(String(value), label);
	throw invalidInput(`"${label}" has ${value} in it, where a number is missing`, 'Correct the expression or the row.');
}

/** All that is in a value, and what is in that. One list, as what is nested deeply would be too much for calls within calls. */
function checkAll(value: unknown, label: string): void {
	const [found, seen] = [[value], new Set<unknown>()];
	while (found.length > 0) {
		const inner = found.pop();
		checkValue(inner, label);
		if (typeof inner !== 'object' || inner === null || seen.has(inner) || 'isLuxonDateTime' in inner) continue;
		seen.add(inner);
		for (const member of Object.values(inner)) found.push(member);
	}
}

/**
 * A value from JSON text; anything but a text is JSON already.
 * @throws ItemFailure when it does not parse, or something in it would be changed
 */
export const readJsonValue: Reader<unknown> = (value, { label }: Pick<Reading, 'label'>) => {
	if (typeof value === 'string') return fromText(trimmed(value), label);
	checkAll(value, label);
	return value;
};

/** A JSON field: its text is checked and stays a text, as a JSON text such as `"gpt-4o"` could not be told from what is in it. */
export const readJsonField: Reader<unknown> = (value, reading) => {
	readJsonValue(value, reading);
	return typeof value === 'string' ? trimmed(value) : value;
};
