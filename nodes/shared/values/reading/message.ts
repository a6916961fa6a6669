import { invalidInput } from '../../contract/failure';
import { gapIn } from './gap';
import { written } from './text';
import { unfit, type Reader, type Reading } from './reading';
import { shown } from '../shown';

export const SEND_UNFILLED = 'sendUnfilledText';
export const SEND_UNFILLED_LABEL = 'Send Text With Missing Values';

/** What an expression leaves in a text where it found no value. Programs write these so; "Null" is a name, "null and void" is law. */
const LEFT_BY_EXPRESSION = /\[object Object\]|(?<![\p{L}\p{N}_])(?:undefined|NaN|null(?! and void))(?![\p{L}\p{N}_])/u;

/** What shows that a value is missing in a text, for a message. */
function lackIn(text: string, { templateOf }: Reading): string | undefined {
	const [left] = LEFT_BY_EXPRESSION.exec(text) ?? [];
	if (left !== undefined) return `"${left}" in it, where a value is missing`;
	const template = templateOf?.(text);
	const gap = template === undefined ? undefined : gapIn(template, text);
	return gap && `a gap in it, "${shown(gap.seen)}": ${shown(gap.expressions)} has brought nothing`;
}

/** A text that reaches a person, as it is. Where a value is missing in it, the person would read "Hi undefined" or "Hi ,". */
export const readMessage: Reader<string> = (value, reading) => {
	if (typeof value === 'boolean') throw unfit(value, reading, 'text for a person', 'The expression in it answers yes or no. Choose the field with the text.');
	const text = written(value, reading);
	const lack = reading.sendsUnfilled ? undefined : lackIn(text, reading);
	if (lack === undefined) return text;
	throw invalidInput(
		`"${reading.label}" has ${lack}`,
		`Nothing was sent. Correct the expression or the row, or turn on "${SEND_UNFILLED_LABEL}" under Options if the text is meant so.`,
	);
};
