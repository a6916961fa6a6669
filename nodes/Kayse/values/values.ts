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

/** Reads the name of a person or a record. */
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

/** The latest birthday is today, in the earliest time zone. */
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

/** The reader for each type in Kayse's metadata, and for further types that only the documents describe. */
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

/** A type of a field in Kayse's metadata. The list there ends with "etc.", so other types may come (docs/vendors/kayse.md#metadata). */
export type KayseType = keyof typeof BY_TYPE;

const readers = new Map<string, Reader<unknown>>(Object.entries(BY_TYPE));

/** Values that are as good as empty for one type only. */
const NOTHING_OF_TYPE = new Map<string, (value: unknown) => boolean>([
	['birthday', isPlaceholderDate],
	['date', isPlaceholderDate],
	// Firms use names such as Unknown for a person whose name they do not know.
	['personName', isOtherThanName],
]);

/** Whether a value of this type is as good as empty. Only "Clear Fields" empties a field at Kayse. */
export const saysNothing = (value: unknown, type: string): boolean =>
	type === 'id'
		? isNothing(value) && !isDebris(value)
		: isNothing(value) || NOTHING_OF_TYPE.get(type)?.(value) === true;

/** Converts a value from a user or an expression to Kayse's form for this type. A value of an unknown type stays as it is. */
export const valueFrom = (value: unknown, type: string, reading: Reading): unknown => {
	const read = readers.get(type);
	if (!read && isInvalidDate(value)) throw invalidDate(value, reading.label);
	return read ? read(value, reading) : value;
};

/** The meaning of a value: two columns with the same meaning say the same about a field. */
export function meaningOf(type: string, reading: Reading): Meaning {
	const read = asRead((value) => valueFrom(value, type, reading));
	return (value) => (saysNothing(value, type) ? undefined : read(value));
}

/** IDs need no time zone. */
const readingOf = (label: string): Reading => ({ label, timeZone: '' });

/** Reads an ID, a positive integer. */
export function idFrom(value: unknown, label: string): number {
	if (isNothing(value) && !isDebris(value)) throw notFilled(label, value);
	return readWholeId(value, readingOf(label));
}

/** Reads IDs from an array or a text, without duplicates. */
export const idsFrom = (value: unknown, label: string): number[] => readWholeIdList(value, readingOf(label));
