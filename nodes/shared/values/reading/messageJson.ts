import { isRecord, writesItself } from '../json';
import { shown } from '../shown';
import { checkDefined } from './dataJson';
import { filledJson, readJsonField, readJsonValue } from './json';
import { lackIn, lackOfWord, slotWithin, unfilled } from './message';
import { trimmed } from './nothing';
import type { Reader, Reading } from './reading';
import { stringOf } from '../text';

/** A text within JSON. */
interface InnerText {
	/** Such as `steps[0].message`. */
	path: string;
	/** The name of the member that contains it, also through lists. */
	member: string;
	text: string;
}

/** All texts within a value, and the names of members, which an expression may bring as well. */
function textsWithin(value: unknown, path = '', member = ''): InnerText[] {
	if (typeof value === 'string') return [{ path, member, text: value }];
	if (Number.isNaN(value)) return [{ path, member, text: stringOf(value) }];
	if (Array.isArray(value)) return value.flatMap((entry, place) => textsWithin(entry, `${path}[${place}]`, member));
	if (!isRecord(value) || writesItself(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) => {
		const within = path === '' ? name : `${path}.${name}`;
		return [{ path: within, member: name, text: name }, ...textsWithin(inner, within, name)];
	});
}

/**
 * Checks texts to a person within another value.
 * @param isSpoken whether the text of a member reaches a person
 * @throws ItemFailure naming the first text with a missing value, and its place
 */
export function checkSpokenWithin(
	value: unknown,
	reading: Reading,
	isSpoken: (member: string) => boolean = () => true,
): void {
	if (reading.sendsUnfilled) return;
	for (const { path, member, text } of textsWithin(value)) {
		const lack = isSpoken(member) ? lackIn(text, reading, path === '' ? 'it' : `"${shown(path)}"`) : undefined;
		if (lack !== undefined) throw unfilled(reading, lack);
	}
}

/** Members whose texts a person reads or hears; a prompt may mention brackets. */
const READ_BY_PERSON = /(?:message|greeting|sms|text|subject|body|content)s?$/i;

/** @throws ItemFailure naming the first place of a template that is not filled in */
function checkFilledIn(value: unknown, reading: Reading): void {
	if (reading.sendsUnfilled) return;
	for (const { path, member, text } of textsWithin(value)) {
		const lack = slotWithin(text, `"${shown(path)}"`, READ_BY_PERSON.test(member));
		if (lack !== undefined) throw unfilled(reading, lack);
	}
}

/** A JSON field with texts to a person, in its original form. */
const jsonWithTexts =
	(isSpoken?: (member: string) => boolean): Reader<unknown> =>
	(value, reading) => {
		checkSpokenWithin(readJsonValue(value, reading), reading, isSpoken);
		if (!reading.sendsUnfilled) readJsonField(value, reading);
		const lack = typeof value === 'string' && !reading.sendsUnfilled ? lackOfWord(value, reading, 'it') : undefined;
		if (lack !== undefined) throw unfilled(reading, lack);
		return typeof value === 'string' ? trimmed(value) : value;
	};

const readTexts = jsonWithTexts();

const readSettings = jsonWithTexts((member) => /(?:message|greeting)s?$/i.test(member));

/** Data for a receiver that acts on its texts; null is data, too. */
export const readTaskJson: Reader<unknown> = (value, reading) => {
	const read = readTexts(value, reading);
	checkDefined(read, reading);
	return read;
};

/** JSON whose texts may all reach a person. A missing value may decide which persons it reaches. */
export const readMessageJson: Reader<unknown> = (value, reading) => {
	const read = readJsonValue(value, reading);
	checkFilledIn(read, reading);
	checkDefined(read, reading);
	return filledJson(readTexts(value, reading), reading);
};

/** Settings in which a person hears some members, such as `firstMessage`; the others may be code. */
export const readSettingsJson: Reader<unknown> = (value, reading) => filledJson(readSettings(value, reading), reading);
