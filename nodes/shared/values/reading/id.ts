import { invalidInput } from '../../contract/failure';
import { withoutInvisible } from '../invisible';
import { hasLostLetter, LOST_LETTER } from '../lostLetters';
import { broughtIn } from './gap';
import { bareId } from '../labelledId';
import { missingValueIn } from './missingValue';
import { recordIdFault } from '../recordIdFault';
import { flawOfSegment } from '../pathSegment';
import { HALF_CHARACTER, isWellFormed } from '../wellFormed';
import { isNothing, trimmed } from './nothing';
import { checkOneReading } from './number';
import { objectIn } from './text';
import { notSingle, invalidValue, type Reader, type Reading } from './reading';
import { shown } from '../shown';
import { withoutMarks } from '../spreadsheetMarks';
import { stringOf } from '../text';

/** A program's text for a missing ID. */
const DEBRIS = new Set(['undefined', 'null', 'nan']);

const AS_SHOWN = 'Enter the ID as the vendor shows it.';

/** Whether a value is the rest of an expression or a program without an ID. It is refused, not ignored. */
export const isDebris = (value: unknown): boolean =>
	Number.isNaN(value) ||
	(typeof value === 'string' && (DEBRIS.has(trimmed(value).toLowerCase()) || objectIn(value) !== undefined));

/**
 * Whether it was built from other words and a missing value: `lead-undefined`, or `lead-` from "lead-{{ $json.id }}".
 */
function isMadeOfNothing(text: string, { templateOf }: Reading): boolean {
	const template = templateOf?.(text);
	return (
		missingValueIn(text) !== undefined ||
		(template !== undefined && broughtIn(template, text).some(({ brought }) => isNothing(brought)))
	);
}

function single(value: unknown, reading: Reading): string | number {
	if (isDebris(value) || (typeof value === 'string' && isMadeOfNothing(value, reading))) {
		throw invalidInput(
			`"${reading.label}" must be an ID (got "${shown(stringOf(value))}"): an expression or a program found none`,
			'Correct the expression, or the field of the row that it reads.',
		);
	}
	if (typeof value === 'string' || typeof value === 'number') return value;
	if (typeof value === 'object' && value !== null) throw notSingle(value, reading);
	throw invalidValue(value, reading, 'an ID', AS_SHOWN);
}

/** Longest ID of any vendor. */
const LONGEST = 500;

/** The fault of an ID for a path, a query or a body, as the end of a sentence. */
function flawOf(text: string): string | undefined {
	if (text.length > LONGEST) return `is longer than ${LONGEST} characters`;
	if (hasLostLetter(text)) return LOST_LETTER.flaw;
	return isWellFormed(text) ? flawOfSegment(text) : HALF_CHARACTER.flaw;
}

/**
 * An ID that people choose freely, such as the number of a case, as text. Like any other, it cannot leave its place in
 * a path, for any decoding of a server.
 */
export const readOwnId: Reader<string> = (value, reading) => {
	const id = single(value, reading);
	if (typeof id === 'number' && !Number.isSafeInteger(id)) {
		throw invalidValue(value, reading, 'an ID', 'A number of this size has lost digits. Pass the ID as text.');
	}
	const text = withoutMarks(String(id));
	const flaw = text === '' ? undefined : flawOf(text);
	if (flaw !== undefined) throw invalidValue(text, reading, 'an ID', AS_SHOWN, `it ${flaw}`);
	if (text !== '') return text;
	throw invalidValue(value, reading, 'an ID', AS_SHOWN);
};

/** A plain ID has no label to remove, and a list has thousands of them. */
const COUNTED = /^[1-9]\d*$/;

/**
 * The ID of a record without the text around it.
 * @throws ItemFailure for a text that cannot be an ID, with the way to the right one
 */
function bare(value: string | number, reading: Reading): string | number {
	if (typeof value === 'number' || value.length > LONGEST || COUNTED.test(value)) return value;
	const text = trimmed(withoutInvisible(value));
	const { id: found, ofOther } = bareId(text, reading.label);
	const id = withoutMarks(found);
	const flaw =
		ofOther === undefined
			? recordIdFault(id, reading.label, reading.isTool)
			: `is labelled as the ID of something else, "${shown(ofOther)}"`;
	if (flaw === undefined || id === '') return id;
	throw invalidValue(value, reading, 'an ID', [AS_SHOWN, reading.wayToIds].filter(Boolean).join(' '), `it ${flaw}`);
}

/** The ID of a record as text. */
export const readRecordId: Reader<string> = (value, reading) =>
	readOwnId(bare(single(value, reading), reading), reading);

/** A spreadsheet turns 9001 into `9001.0`. */
const WHOLE = /^([1-9]\d*)(?:\.0+)?$/;

/** "401,402"; "412,000" may be a number. */
const SEVERAL = /^\d+(?:\s*[,;|]\s*(?!000)\d+)+$/;

/** An ID that is a whole number from 1. */
export const readWholeId: Reader<number> = (value, reading) => {
	const text = withoutMarks(String(bare(single(value, reading), reading)));
	if (SEVERAL.test(text))
		throw invalidInput(
			`"${reading.label}" must be one ID (got "${shown(text)}")`,
			'Enter only one. If you have several, make one item of each before this node.',
		);
	checkOneReading(text, reading);
	const [, digits = ''] = WHOLE.exec(text) ?? [];
	const id = Number(digits);
	if (digits !== '' && Number.isSafeInteger(id)) return id;
	throw invalidValue(value, reading, 'an ID', 'Enter a whole number from 1, such as 412, with all its digits.');
};
