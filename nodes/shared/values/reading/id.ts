import { invalidInput } from '../../contract/failure';
import { hasLostLetter, LOST_LETTER } from '../lostLetters';
import { broughtIn } from './gap';
import { leftIn } from './left';
import { flawOfSegment } from '../pathSegment';
import { HALF_CHARACTER, isWellFormed } from '../wellFormed';
import { isNothing, trimmed } from './nothing';
import { checkOneReading } from './number';
import { objectIn } from './text';
import { notSingle, unfit, type Reader, type Reading } from './reading';
import { shown } from '../shown';
import { withoutMarks } from '../spreadsheetMarks';
import { stringOf } from '../text';

/** What a program has left where there was no ID. */
const DEBRIS = new Set(['undefined', 'null', 'nan']);

/** Whether a value is what an expression or a program leaves of an ID that was not there. It is refused, not passed over. */
export const isDebris = (value: unknown): boolean =>
	Number.isNaN(value) || (typeof value === 'string' && (DEBRIS.has(trimmed(value).toLowerCase()) || objectIn(value) !== undefined));

/** Whether it was made of other words and a value that was not there: `lead-undefined`, or `lead-` of "lead-{{ $json.id }}". */
function isMadeOfNothing(text: string, { templateOf }: Reading): boolean {
	const template = templateOf?.(text);
	return leftIn(text) !== undefined || (template !== undefined && broughtIn(template, text).some(({ brought }) => isNothing(brought)));
}

function single(value: unknown, reading: Reading): string | number {
	if (isDebris(value) || (typeof value === 'string' && isMadeOfNothing(value, reading))) {
		throw invalidInput(
			`"${reading.label}" is "${shown(stringOf(value))}", which is left of an ID that was not found`,
			'Correct the expression, or the field of the row that it reads.',
		);
	}
	if (typeof value === 'string' || typeof value === 'number') return value;
	if (typeof value === 'object' && value !== null) throw notSingle(value, reading);
	throw unfit(value, reading, 'ID', 'Enter the ID as the vendor shows it.');
}

/** More characters than an ID of any vendor has. */
const LONGEST = 500;

/** What is wrong with an ID, whether it goes into a path, a query or a body, as the end of a sentence. */
function flawOf(text: string): string | undefined {
	if (text.length > LONGEST) return `is longer than ${LONGEST} characters`;
	if (hasLostLetter(text)) return LOST_LETTER.flaw;
	return isWellFormed(text) ? flawOfSegment(text) : HALF_CHARACTER.flaw;
}

/** An ID as text, which cannot lead out of its place in a path, however a server decodes it. */
export const readIdText: Reader<string> = (value, reading) => {
	const id = single(value, reading);
	if (typeof id === 'number' && !Number.isSafeInteger(id)) {
		throw unfit(value, reading, 'ID', 'A number of this size has lost digits on its way. Hand the ID over as text.');
	}
	const text = withoutMarks(String(id));
	const flaw = text === '' ? undefined : flawOf(text);
	if (flaw !== undefined) throw invalidInput(`"${reading.label}" is "${shown(text)}", which ${flaw}`, 'Enter the ID as the vendor shows it.');
	if (text !== '') return text;
	throw unfit(value, reading, 'ID', 'Enter the ID as the vendor shows it.');
};

/** `9001.0` is what a spreadsheet makes of 9001. */
const WHOLE = /^([1-9]\d*)(?:\.0+)?$/;

/** "401,402"; "412,000" may be a number. */
const SEVERAL = /^\d+(?:\s*[,;|]\s*(?!000)\d+)+$/;

/** An ID that is a whole number from 1. */
export const readWholeId: Reader<number> = (value, reading) => {
	const text = withoutMarks(String(single(value, reading)));
	if (SEVERAL.test(text)) throw invalidInput(`"${reading.label}" is "${shown(text)}", which is more than one ID`, 'Enter one. For several, make an item of each before this node.');
	checkOneReading(text, reading);
	const [, digits = ''] = WHOLE.exec(text) ?? [];
	const id = Number(digits);
	if (digits !== '' && Number.isSafeInteger(id)) return id;
	throw unfit(value, reading, 'ID', 'It must be a whole number from 1, such as 412, with all its digits.');
};
