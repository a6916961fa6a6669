import { jsonParse } from 'n8n-workflow';

import { invalidInput, type ItemFailure } from '../../contract/failure';
import { filledIn, isRecord } from '../json';
import { excessIn, excessInText, MOST_LEVELS, MOST_VALUES, type Excess } from '../excess';
import { shown } from '../shown';
import { isUnsure, JSON_TEXT_OR_NUMBER, losesDigits } from './digits';
import { invalidDate, isInvalidDate } from './invalidDate';
import { isBlank, isNothing, trimmed } from './nothing';
import type { Reader, Reading } from './reading';
import { checkWhole, checkWritten } from './text';
import { stringOf } from '../text';

/** Quotation marks of word processors. */
const CURLY = /[\u201c-\u201f\u2033]/g;

function parsed(text: string): { value: unknown } | undefined {
	try {
		return { value: jsonParse(text) };
	} catch {
		return undefined;
	}
}

const tooLong = (number: string, label: string): ItemFailure =>
	invalidInput(
		`"${label}" has the number ${shown(number)}, with too many digits to send it as a number`,
		`Put it in quotation marks: "${shown(number)}".`,
	);

/** The result of an expression outside of quotation marks, or the place without a result. */
const LEFT_OUTSIDE =
	/"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|(\[object \w+\]|\b(?:undefined|NaN|Infinity)\b)|[:,[]\s*(?=[,}])|[:,]\s*(?=\])|:\s*$/g;

/** As in `{ "lead": undefined }` and `{ "lead": }`. */
function leftOutside(text: string): string | undefined {
	for (const [found, word] of text.matchAll(LEFT_OUTSIDE)) {
		if (word !== undefined) return `${word} in it`;
		if (!found.startsWith('"')) return 'a place without a value in it';
	}
	return undefined;
}

const whereMissing = (label: string, what: string): ItemFailure =>
	invalidInput(
		`"${label}" has ${what}: a value is missing`,
		'Correct the expression, or the field of the row that it reads.',
	);

/** `{ "a": 1, }`, outside of texts. */
const COMMA_AT_END = /"(?:[^"\\]|\\.)*"?|,(?=\s*[}\]])/g;

function notJson(text: string, label: string): ItemFailure {
	const withoutComma = text.replace(COMMA_AT_END, (found) => (found === ',' ? '' : found));
	if (withoutComma !== text && parsed(withoutComma)) {
		return invalidInput(
			`"${label}" is not valid JSON: it has a comma before a closing bracket`,
			'Take the comma out. If an expression must bring a value there, correct it.',
		);
	}
	const left = leftOutside(text);
	if (left !== undefined) return whereMissing(label, left);
	const straight = text.replace(CURLY, '"');
	if (straight !== text && parsed(straight)) {
		return invalidInput(
			`"${label}" is not valid JSON: it has curly quotation marks`,
			`Write straight ones: ${shown(straight)}`,
		);
	}
	return invalidInput(
		`"${label}" is not valid JSON`,
		'Check commas, quotation marks and brackets; names and texts need double quotation marks, as in { "name": "value" }.',
	);
}

/** A text, which is the name of a member before a colon, or the start or end of an object. */
const NAME_OR_BRACE = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}]/g;

/** The first name that an object of a JSON text has twice: JSON silently keeps only the last value. */
function nameTwice(text: string): string | undefined {
	const open: Array<Set<unknown>> = [];
	for (const [token, quoted = '', colon] of text.matchAll(NAME_OR_BRACE)) {
		if (token === '{') open.push(new Set());
		else if (token === '}') open.pop();
		if (colon === undefined) continue;
		const name: unknown = JSON.parse(quoted);
		if (open.at(-1)?.has(name)) return stringOf(name);
		open.at(-1)?.add(name);
	}
	return undefined;
}

function fromText(text: string, label: string): unknown {
	const read = parsed(text);
	if (!read) throw notJson(text, label);
	const twice = nameTwice(text);
	if (twice !== undefined)
		throw invalidInput(
			`"${label}" has "${shown(twice)}" twice in one object`,
			'Take one of the two out, or give it another name. Only one of them would be sent.',
		);
	const long = text.match(JSON_TEXT_OR_NUMBER)?.find((token) => !token.startsWith('"') && losesDigits(token));
	if (long !== undefined) throw tooLong(long, label);
	return read.value;
}

/**
 * A value that JSON cannot express: it would be rounded, or become null.
 * @throws ItemFailure with the value
 */
function checkValue(value: unknown, label: string): void {
	if (isInvalidDate(value)) throw invalidDate(value, label);
	if (typeof value === 'object' && value !== null) return checkObject(value, label);
	if (typeof value === 'bigint') throw tooLong(String(value), label);
	if (typeof value === 'function' || typeof value === 'symbol')
		throw invalidInput(
			`"${label}" has a ${typeof value} in it, which JSON cannot hold`,
			'Correct the expression: call the function, or leave it out.',
		);
	if (typeof value !== 'number' || !isUnsure(value)) return;
	if (Number.isFinite(value)) throw tooLong(String(value), label);
	throw invalidInput(`"${label}" has ${value} in it: a number is missing`, 'Correct the expression or the row.');
}

/** The name of a member that is lost on its way through n8n. */
const LOST_NAME = '__proto__';

/** Objects whose content JSON loses or changes: a Map, a pattern, a number in an object. */
const isWritable = (value: object): boolean =>
	Array.isArray(value) || 'toJSON' in value || Object.prototype.toString.call(value) === '[object Object]';

/** @throws ItemFailure with the kind of object, or the member */
function checkObject(value: object, label: string): void {
	if (!isWritable(value))
		throw invalidInput(
			`"${label}" has an object of type ${Object.prototype.toString.call(value).slice('[object '.length, -1)} in it, which JSON cannot hold`,
			'Change it to a text, a number, a list or an object in the expression.',
		);
	if (Object.hasOwn(value, LOST_NAME))
		throw invalidInput(
			`"${label}" has a member "${LOST_NAME}", which cannot be sent`,
			'Give it another name, or take it out.',
		);
}

/** All values in a value, at any depth. */
function* allWithin(value: unknown): Generator<unknown> {
	const found = [value];
	while (found.length > 0) {
		const inner = found.pop();
		yield inner;
		if (typeof inner !== 'object' || inner === null || 'isLuxonDateTime' in inner) continue;
		for (const member of Object.values(inner)) found.push(member);
	}
}

const EXCESSES: Record<Excess, string> = {
	tooDeep: `is nested deeper than ${MOST_LEVELS} levels`,
	tooMany: `has more than ${MOST_VALUES.toLocaleString('en')} values in it`,
};

/** @throws ItemFailure when it is nested too deep, or has too many values */
function checkExcess(excess: Excess | undefined, label: string): void {
	if (excess)
		throw invalidInput(`"${label}" ${EXCESSES[excess]}`, 'Pass only the part that you mean. Nothing was sent.');
}

/**
 * A value from JSON text; any other value is JSON already.
 * @throws ItemFailure when it cannot be parsed, or a part would change
 */
export const readJsonValue: Reader<unknown> = (value, { label }: Pick<Reading, 'label'>) => {
	if (typeof value === 'string') {
		checkExcess(excessInText(value, MOST_LEVELS), label);
		const read = fromText(trimmed(value), label);
		for (const inner of allWithin(read)) if (isRecord(inner)) checkObject(inner, label);
		return read;
	}
	checkExcess(excessIn(value, MOST_LEVELS), label);
	for (const inner of allWithin(value)) checkValue(inner, label);
	return value;
};

/** The result of an expression between quotation marks, in a text or in the name of a member. */
function checkText(text: string, label: string): void {
	if (/^\s*(?:undefined|NaN)\s*$/.test(text)) throw whereMissing(label, `"${trimmed(text)}" in it`);
	checkWhole(text, { label });
	checkWritten(text, { label });
}

/**
 * A JSON field: its text is checked and stays a text, because a JSON text such as `"gpt-4o"` would look like its
 * content.
 */
export const readJsonField: Reader<unknown> = (value, reading) => {
	const { label } = reading;
	for (const inner of allWithin(readJsonValue(value, reading))) {
		if (typeof inner === 'string') checkText(inner, label);
		else if (isRecord(inner)) for (const name of Object.keys(inner)) checkText(name, label);
	}
	return typeof value === 'string' ? trimmed(value) : value;
};

/**
 * The same for JSON that creates or changes something: null and empty texts change nothing, so they are left out. A
 * list keeps its places.
 * @param read the reader's result
 * @returns undefined if nothing is left
 */
export function filledJson(read: unknown, { label, leftOut }: Reading): unknown {
	let isWhole = true;
	const saysNothing = (inner: unknown, isEntry: boolean) => {
		const isLeftOut = !isEntry && (inner ?? '') === '';
		isWhole &&= !isLeftOut;
		return isLeftOut;
	};
	const [filled] = filledIn(typeof read === 'string' ? parsed(read)?.value : read, saysNothing);
	if (isWhole) return read;
	leftOut?.(label);
	return typeof read === 'string' && filled !== undefined ? JSON.stringify(filled) : filled;
}

/** A JSON field that creates or changes something, without its empty values. */
export const readFilledJson: Reader<unknown> = (value, reading) => filledJson(readJsonField(value, reading), reading);

/** Whether a JSON field is empty: blank, a placeholder, or a list of these. An empty list may be intended. */
export function isEmptyJson(value: unknown): boolean {
	if (Array.isArray(value)) return value.length > 0 && value.every(isEmptyJson);
	if (typeof value !== 'string') return isBlank(value);
	if (isNothing(value)) return true;
	const text = trimmed(value);
	return (
		text.startsWith('[') &&
		text.endsWith(']') &&
		text.includes('null') &&
		!/[^\s[\],]/.test(text.replaceAll('null', ''))
	);
}
