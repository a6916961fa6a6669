import { invalidInput, type ItemFailure } from '../../contract/failure';
import { isRecord } from '../json';
import { isPlaceholder } from '../placeholder';
import { shown } from '../shown';
import { broughtIn, gapIn } from './gap';
import { readJsonValue } from './json';
import { leftIn } from './left';
import { trimmed } from './nothing';
import { unfit, type Reader, type Reading } from './reading';
import { written } from './text';

export const SEND_UNFILLED = 'sendUnfilledText';
export const SEND_UNFILLED_LABEL = 'Send Text With Missing Values';

/** Behind a label such as "Allergies:", these are an answer. */
const ANSWER = /^(?:none|\p{Pd})$/iu;

/** What an expression has brought that stands for nothing, such as the `N/A` of "Hi N/A,". */
function placeholderIn(template: string, text: string): string | undefined {
	const found = broughtIn(template, text).find(
		({ before, brought }) => isPlaceholder(brought) && !(ANSWER.test(trimmed(brought)) && /:\s*$/.test(before)),
	);
	return found?.brought;
}

const inPlaceOfValue = (left: string, place: string): string => `"${shown(trimmed(left))}" in ${place}, where a value is missing`;

function lackOfWord(text: string, { templateOf }: Reading, place: string): string | undefined {
	const template = templateOf?.(text);
	const gap = template === undefined ? undefined : gapIn(template, text);
	return gap && `a gap in ${place}, "${shown(gap.seen)}": ${shown(gap.expressions)} has brought nothing`;
}

/** What shows that an expression between the words of a text has found no value. */
function lackOfExpressions(text: string, reading: Reading, place: string): string | undefined {
	const template = reading.templateOf?.(text);
	const left = template === undefined ? undefined : placeholderIn(template, text);
	return left === undefined ? lackOfWord(text, reading, place) : inPlaceOfValue(left, place);
}

/** What shows that a value is missing in a text. @param place of the text, as in "it" */
function lackIn(text: string, reading: Reading, place: string): string | undefined {
	const left = leftIn(text);
	return left === undefined ? lackOfExpressions(text, reading, place) : inPlaceOfValue(left, place);
}

const unfilled = ({ label }: Reading, lack: string): ItemFailure =>
	invalidInput(
		`"${label}" has ${lack}`,
		`Nothing was sent. Correct the expression or the row, or turn on "${SEND_UNFILLED_LABEL}" under Options if the text is meant so.`,
	);

const checkedText =
	(lackOf: typeof lackIn): Reader<string> =>
	(value, reading) => {
		if (typeof value === 'boolean') throw unfit(value, reading, 'text for a person', 'The expression in it answers yes or no. Choose the field with the text.');
		const text = written(value, reading);
		const lack = reading.sendsUnfilled ? undefined : lackOf(text, reading, 'it');
		if (lack === undefined) return text;
		throw unfilled(reading, lack);
	};

/** A text that reaches a person, as it is. Where a value is missing in it, the person would read "Hi undefined" or "Hi ,". */
export const readMessage = checkedText(lackIn);

/** What an agent is told to do, as it is. It may speak of "null" and "N/A"; what its expressions bring must be there. */
export const readInstructions = checkedText(lackOfExpressions);

/** A name that a person is called by, or another text of one line within such a text. */
export const readSpokenLine: Reader<string> = (value, reading) => trimmed(readMessage(value, reading));

/** A text within JSON. */
interface InnerText {
	/** Such as `steps[0].message`. */
	path: string;
	/** The name of the member that it stands under, in lists, too. */
	member: string;
	text: string;
}

/** All texts within a value, and the names of members, which an expression may bring as well. */
function textsWithin(value: unknown, path = '', member = ''): InnerText[] {
	if (typeof value === 'string') return [{ path, member, text: value }];
	if (Number.isNaN(value)) return [{ path, member, text: String(value) }];
	if (Array.isArray(value)) return value.flatMap((entry, place) => textsWithin(entry, `${path}[${place}]`, member));
	if (!isRecord(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) => {
		const within = path === '' ? name : `${path}.${name}`;
		return [{ path: within, member: name, text: name }, ...textsWithin(inner, within, name)];
	});
}

/**
 * Looks through texts to a person that travel inside of something else.
 * @param isSpoken whether the text of a member reaches a person
 * @throws ItemFailure naming the first that shows that a value is missing in it, and its place
 */
export function checkSpokenWithin(value: unknown, reading: Reading, isSpoken: (member: string) => boolean = () => true): void {
	if (reading.sendsUnfilled) return;
	for (const { path, member, text } of textsWithin(value)) {
		const lack = isSpoken(member) ? lackIn(text, reading, path === '' ? 'it' : `"${shown(path)}"`) : undefined;
		if (lack !== undefined) throw unfilled(reading, lack);
	}
}

/** A JSON field with texts to a person in it, as it was handed in. */
const jsonWithTexts =
	(isSpoken?: (member: string) => boolean): Reader<unknown> =>
	(value, reading) => {
		checkSpokenWithin(readJsonValue(value, reading), reading, isSpoken);
		const lack = typeof value === 'string' && !reading.sendsUnfilled ? lackOfWord(value, reading, 'it') : undefined;
		if (lack !== undefined) throw unfilled(reading, lack);
		return value;
	};

/** JSON whose texts may all reach a person. */
export const readMessageJson = jsonWithTexts();

/** Settings in which some members are said to a person, such as `firstMessage`; the others may be code. */
export const readSettingsJson = jsonWithTexts((member) => /(?:message|greeting)s?$/i.test(member));
