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

/** The option that sends a text in which a value is missing. */
export const SEND_UNFILLED = 'sendUnfilledText';
/** How the user knows that option. */
export const SEND_UNFILLED_LABEL = 'Send Text With Missing Values';

/** After a label such as "Allergies:", these are an answer. */
const ANSWER = /^(?:none|\p{Pd})$/iu;

/** An expression's value that means "no value", such as the `N/A` of "Hi N/A,". */
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

/** Finds a gap in a text, left by an expression without a result. */
export function lackOfWord(text: string, { templateOf }: Reading, place: string): string | undefined {
	const template = templateOf?.(text);
	const gap = template === undefined ? undefined : gapIn(template, text);
	return gap && `a gap in ${place}, "${shown(gap.seen)}": ${shown(gap.expressions)} brought nothing`;
}

/** Finds an expression between the words of a text without a value. */
function lackOfExpressions(text: string, reading: Reading, place: string): string | undefined {
	const template = reading.templateOf?.(text);
	const left = unevaluatedIn(text) ?? (template === undefined ? undefined : placeholderIn(template, text));
	return left === undefined ? lackOfWord(text, reading, place) : inPlaceOfValue(left, place);
}

/** Finds lost letters, or a missing name after a greeting, for any author of the text. */
function lackInWords(text: string, place: string): string | undefined {
	const lost = wordWithLostLetter(text);
	if (lost !== undefined) return `"${shown(lost)}" in ${place}: this word ${LOST_LETTER.flaw}`;
	const greeting = emptyGreetingIn(text);
	return greeting && `a gap in ${place}, "${shown(greeting)}": a name is missing`;
}

/**
 * Finds a missing value in a text.
 * @param place of the text, as in "it"
 */
export function lackIn(text: string, reading: Reading, place: string): string | undefined {
	const left = missingValueIn(text);
	return left === undefined
		? (lackOfExpressions(text, reading, place) ?? lackInWords(text, place))
		: inPlaceOfValue(left, place);
}

/**
 * For a text with a missing value.
 * @param lack the text that shows it
 */
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

/**
 * Finds a part of a text that a person must not get.
 * @param isFilledIn whether the vendor fills in places between two braces
 */
const lackToRead =
	(isFilledIn: boolean): typeof lackIn =>
	(text, reading, place) => {
		const lack = lackIn(text, reading, place);
		if (lack !== undefined) return lack;
		if (standsForText(text, reading.isTool)) return `"${shown(trimmed(text))}" in ${place}, a placeholder for a text`;
		const slot = slotIn(text, isFilledIn, reading.isTool);
		return slot && toBeFilledIn(slot, place);
	};

/**
 * A text for a person, unchanged. With a missing value, the person would read "Hi undefined", "Hi ," or "Hi [Name],".
 */
export const readMessage = checkedText(lackToRead(false));

/** The same if the vendor fills in places between two braces, such as `{{first_name}}`. */
export const readMessageTemplate = checkedText(lackToRead(true));

/** Material from which an agent makes its own texts for a person. It may mention brackets, and may be JSON. */
export const readBriefing = checkedText(lackIn);

/**
 * Finds a place to fill in within JSON.
 * @param isRead whether a person reads this text
 */
export function slotWithin(text: string, place: string, isRead: boolean): string | undefined {
	const slot = isToBeFilledIn(text) ? trimmed(text) : isRead ? slotIn(text, true) : undefined;
	return slot === undefined ? undefined : toBeFilledIn(slot, place);
}

/**
 * Instructions for an agent, unchanged. They may mention "null" and "N/A"; the values of their expressions must exist.
 */
export const readInstructions = checkedText(lackOfExpressions);

/** A person's name in a message, or another text of one line within such a text. */
export const readSpokenLine: Reader<string> = (value, reading) => trimmed(readBriefing(value, reading));

/** The same if a line break would end it, as in the subject of an email: its lines become one. */
export const readMessageLine: Reader<string> = (value, reading) =>
	readMessageTemplate(value, reading)
		.split(/[\r\n\u2028\u2029]+/)
		.map(trimmed)
		.filter(Boolean)
		.join(' ');
