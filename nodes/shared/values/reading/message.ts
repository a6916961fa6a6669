import { invalidInput } from '../../contract/failure';
import { readLongText } from './text';
import { unfit, type Reader } from './reading';

export const SEND_UNFILLED = 'sendUnfilledText';
export const SEND_UNFILLED_LABEL = 'Send Text With Missing Values';

/** What an expression leaves in a text where it found no value. Programs write these so; "Null" is a name, "null and void" is law. */
const LEFT_BY_EXPRESSION = /\[object Object\]|(?<![\p{L}\p{N}_])(?:undefined|NaN|null(?! and void))(?![\p{L}\p{N}_])/u;

/** A text that reaches a person, as it is. Where a value is missing in it, the person would read "Hi undefined". */
export const readMessage: Reader<string> = (value, reading) => {
	if (typeof value === 'boolean') throw unfit(value, reading, 'text for a person', 'The expression in it answers yes or no. Choose the field with the text.');
	const text = readLongText(value, reading);
	const [left] = reading.sendsUnfilled ? [] : (LEFT_BY_EXPRESSION.exec(text) ?? []);
	if (left === undefined) return text;
	throw invalidInput(
		`"${reading.label}" has "${left}" in it, where a value is missing`,
		`Nothing was sent. Correct the expression or the row, or turn on "${SEND_UNFILLED_LABEL}" under Options if the text is meant so.`,
	);
};
