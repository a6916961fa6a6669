import { invalidInput, type ItemFailure } from '../../contract/failure';
import { LOST_LETTER, wordWithLostLetter } from '../lostLetters';
import { isPlaceholderName } from '../placeholderName';
import { isPlaceholder } from '../placeholder';
import { shown } from '../shown';
import { broughtIn, gapIn, wantsName } from './gap';
import { emptyGreetingIn } from './greeting';
import { missingValueIn } from './missingValue';
import { trimmed } from './nothing';
import { isToBeFilledIn, slotIn, standsForText } from './slot';
import { unevaluatedIn } from '../unevaluated';
import { invalidValue, type Reader, type Reading } from './reading';
import { written } from './text';

export const SEND_UNFILLED = 'sendUnfilledText';
export const SEND_UNFILLED_LABEL = 'Send Text With Missing Values';

/** Behind a label such as "Allergies:", these are an answer. */
const ANSWER = /^(?:none|\p{Pd})$/iu;

/** What an expression has brought that stands for nothing, such as the `N/A` of "Hi N/A,". */
function placeholderIn(template: string, text: string): string | undefined {
	const found = broughtIn(template, text).find(
		({ before, brought }) =>
			(isPlaceholder(brought) && !(ANSWER.test(trimmed(brought)) && /:\s*$/.test(before))) ||
			(isPlaceholderName(brought) && wantsName(before)),
	);
	return found?.brought;
}

const inPlaceOfValue = (left: string, place: string): string =>
	`"${shown(trimmed(left))}" in ${place}, so a value is missing`;

/** What shows that a text has a gap where an expression brought nothing. */
export function lackOfWord(text: string, { templateOf }: Reading, place: string): string | undefined {
	const template = templateOf?.(text);
	const gap = template === undefined ? undefined : gapIn(template, text);
	return gap && `a gap in ${place}, "${shown(gap.seen)}": ${shown(gap.expressions)} brought nothing`;
}

/** What shows that an expression between the words of a text has found no value. */
function lackOfExpressions(text: string, reading: Reading, place: string): string | undefined {
	const template = reading.templateOf?.(text);
	const left = unevaluatedIn(text) ?? (template === undefined ? undefined : placeholderIn(template, text));
	return left === undefined ? lackOfWord(text, reading, place) : inPlaceOfValue(left, place);
}

/** What shows that letters were lost, or a name after a greeting, whoever has made the text. */
function lackInWords(text: string, place: string): string | undefined {
	const lost = wordWithLostLetter(text);
	if (lost !== undefined) return `"${shown(lost)}" in ${place}: this word ${LOST_LETTER.flaw}`;
	const greeting = emptyGreetingIn(text);
	return greeting && `a gap in ${place}, "${shown(greeting)}": a name is missing`;
}

/** What shows that a value is missing in a text. @param place of the text, as in "it" */
export function lackIn(text: string, reading: Reading, place: string): string | undefined {
	const left = missingValueIn(text);
	return left === undefined
		? (lackOfExpressions(text, reading, place) ?? lackInWords(text, place))
		: inPlaceOfValue(left, place);
}

/** For a text in which a value is missing. @param lack what shows it */
export const unfilled = ({ label }: Reading, lack: string): ItemFailure =>
	invalidInput(
		`"${label}" has ${lack}`,
		`Nothing was sent. Correct the expression or the row, or turn on "${SEND_UNFILLED_LABEL}" under Options if the text is correct.`,
	);

const checkedText =
	(lackOf: typeof lackIn): Reader<string> =>
	(value, reading) => {
		if (typeof value === 'boolean')
			throw invalidValue(
				value,
				reading,
				'a text for a person',
				'Its expression brings yes or no. Choose the field with the text.',
			);
		const text = written(value, reading);
		const lack = reading.sendsUnfilled ? undefined : lackOf(text, reading, 'it');
		if (lack === undefined) return text;
		throw unfilled(reading, lack);
	};

const toBeFilledIn = (slot: string, place: string): string => `"${shown(slot)}" in ${place}, a placeholder`;

/** What shows that a text is not what a person is to read. @param isFilledIn whether the vendor fills in what stands between two braces */
const lackToRead =
	(isFilledIn: boolean): typeof lackIn =>
	(text, reading, place) => {
		const lack = lackIn(text, reading, place);
		if (lack !== undefined) return lack;
		if (standsForText(text, reading.isTool)) return `"${shown(trimmed(text))}" in ${place}, a placeholder for a text`;
		const slot = slotIn(text, isFilledIn, reading.isTool);
		return slot && toBeFilledIn(slot, place);
	};

/** A text that reaches a person, as it is. Where a value is missing in it, the person would read "Hi undefined", "Hi ," or "Hi [Name],". */
export const readMessage = checkedText(lackToRead(false));

/** The same where the vendor fills in what stands between two braces, such as `{{first_name}}`. */
export const readMessageTemplate = checkedText(lackToRead(true));

/** What an agent makes its own texts to a person of. It may be told of brackets, and be handed JSON. */
export const readBriefing = checkedText(lackIn);

/** What shows that a place is to be filled in within JSON. @param isRead whether a person reads this text */
export function slotWithin(text: string, place: string, isRead: boolean): string | undefined {
	const slot = isToBeFilledIn(text) ? trimmed(text) : isRead ? slotIn(text, true) : undefined;
	return slot === undefined ? undefined : toBeFilledIn(slot, place);
}

/** What an agent is told to do, as it is. It may speak of "null" and "N/A"; what its expressions bring must be there. */
export const readInstructions = checkedText(lackOfExpressions);

/** A name that a person is called by, or another text of one line within such a text. */
export const readSpokenLine: Reader<string> = (value, reading) => trimmed(readBriefing(value, reading));

/** The same where a line break would end it, as in the subject of an email: its lines become one. */
export const readMessageLine: Reader<string> = (value, reading) =>
	readMessageTemplate(value, reading)
		.split(/[\r\n\u2028\u2029]+/)
		.map(trimmed)
		.filter(Boolean)
		.join(' ');
