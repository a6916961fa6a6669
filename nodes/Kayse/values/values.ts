import { DateTime } from 'luxon';

import { invalidInput } from '../../shared/contract/failure';
import { sourceIdIn } from './sourceId';
import { asRead, type Meaning } from '../../shared/values/columns';
import { isRecord } from '../../shared/values/json';
import { hasLostLetter, LOST_LETTER } from '../../shared/values/lostLetters';
import { isOtherThanName } from '../../shared/values/placeholderName';
import { isPlaceholderDate } from '../../shared/values/placeholderDate';
import { readDay } from '../../shared/values/reading/date';
import { notFilled } from '../../shared/values/reading/field';
import { isDebris, readWholeId } from '../../shared/values/reading/id';
import { invalidDate, isInvalidDate } from '../../shared/values/reading/invalidDate';
import { readFilledJson, readJsonValue } from '../../shared/values/reading/json';
import { READERS } from '../../shared/values/reading/kind';
import { missingValueIn } from '../../shared/values/reading/missingValue';
import { readWholeIdList } from '../../shared/values/reading/list';
import { isNothing } from '../../shared/values/reading/nothing';
import { readWholeNumber } from '../../shared/values/reading/number';
import { invalidValue, type Reader, type Reading } from '../../shared/values/reading/reading';
import { shown } from '../../shared/values/shown';

const readObject: Reader<Record<string, unknown>> = (value, reading) => {
	const parsed = readJsonValue(readFilledJson(value, reading), reading);
	if (isRecord(parsed)) return parsed;
	throw invalidValue(value, reading, 'a JSON object', 'Write it like { "name": "value" }.');
};

const readUnsigned: Reader<number> = (value, reading) => readWholeNumber(value, { ...reading, min: 0 });

/** What a person or a record is called. */
const readName: Reader<string> = (value, reading) => {
	const name = READERS.text(value, reading);
	if (/^(?:true|false|TRUE|FALSE)$/.test(name))
		throw invalidValue(value, reading, 'name', 'The expression returns yes or no. Choose the field with the name.');
	if (hasLostLetter(name))
		throw invalidInput(`"${reading.label}" is "${shown(name)}", which ${LOST_LETTER.flaw}`, LOST_LETTER.remedy);
	const left = missingValueIn(name);
	if (left === undefined) return name;
	throw invalidInput(
		`"${reading.label}" is "${shown(name)}": a value is missing in place of "${shown(left)}"`,
		'Correct the expression, or the field in the row.',
	);
};

const OLDEST_IN_YEARS = 120;

/** Today somewhere on earth is the latest. */
const readBirthday: Reader<string> = (value, reading) => {
	const day = readDay(value, reading);
	const now = DateTime.utc();
	const isPossible =
		day <= now.plus({ hours: 14 }).toISODate() && day >= now.minus({ years: OLDEST_IN_YEARS }).toISODate();
	if (isPossible) return day;
	throw invalidInput(
		`"${reading.label}" must be a date of the last ${OLDEST_IN_YEARS} years (got "${shown(value)}")`,
		'Correct the year, or clear the field.',
	);
};

/** The reader for each type of Kayse's metadata, and for what its documents say beyond that. */
const BY_TYPE = {
	string: READERS.text,
	uint: readUnsigned,
	bool: READERS.yesNo,
	date: readDay,
	object: readObject,
	'uint[]': readWholeIdList,
	email: READERS.email,
	telephone: READERS.telephone,
	postalCode: READERS.postalCode,
	id: readWholeId,
	name: readName,
	personName: readName,
	caseNumber: READERS.ownId,
	sourceId: (value, reading) => sourceIdIn(READERS.text(value, reading)),
	birthday: readBirthday,
} satisfies Record<string, Reader<unknown>>;

/** What Kayse's metadata calls a field's type; it announces further ones with an "etc." (docs/vendors/kayse.md#metadata). */
export type KayseType = keyof typeof BY_TYPE;

const readers = new Map<string, Reader<unknown>>(Object.entries(BY_TYPE));

/** What says nothing in a field of a type, besides what does so in any. */
const NOTHING_OF_TYPE = new Map<string, (value: unknown) => boolean>([
	['birthday', isPlaceholderDate],
	['date', isPlaceholderDate],
	// A firm keeps somebody whose name nobody knows yet as Unknown.
	['personName', isOtherThanName],
]);

/** Whether there is nothing to read for a field of this type; to empty a field at Kayse there is "Clear Fields". */
export const saysNothing = (value: unknown, type: string): boolean =>
	type === 'id'
		? isNothing(value) && !isDebris(value)
		: isNothing(value) || NOTHING_OF_TYPE.get(type)?.(value) === true;

/** Turns what a user or an expression hands in into what Kayse takes for a field of this type; a new type is left as it is. */
export const valueFrom = (value: unknown, type: string, reading: Reading): unknown => {
	const read = readers.get(type);
	if (!read && isInvalidDate(value)) throw invalidDate(value, reading.label);
	return read ? read(value, reading) : value;
};

/** When two columns say the same about a field of this type. */
export function meaningOf(type: string, reading: Reading): Meaning {
	const read = asRead((value) => valueFrom(value, type, reading));
	return (value) => (saysNothing(value, type) ? undefined : read(value));
}

/** IDs need no time zone to be read. */
const readingOf = (label: string): Reading => ({ label, timeZone: '' });

/** An ID as the positive integer that Kayse takes. */
export function idFrom(value: unknown, label: string): number {
	if (isNothing(value) && !isDebris(value)) throw notFilled(label, value);
	return readWholeId(value, readingOf(label));
}

/** IDs from an array or from a text. None comes twice. */
export const idsFrom = (value: unknown, label: string): number[] => readWholeIdList(value, readingOf(label));
