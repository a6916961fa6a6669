import { withoutMarks } from '../spreadsheetMarks';
import { notSingle, invalidValue, type Reader } from './reading';
import { stringOf } from '../text';

const YES = new Set(['yes', 'y', 'true', 't', 'on', '1', '1.0']);
const NO = new Set(['no', 'n', 'false', 'f', 'off', '0', '0.0']);

/** The answer in a value; undefined if it is neither yes nor no. */
export function answerIn(value: unknown): boolean | undefined {
	const word = withoutMarks(stringOf(value)).toLowerCase();
	if (YES.has(word)) return true;
	return NO.has(word) ? false : undefined;
}

/** Yes or no, as people and programs write it. */
export const readYesNo: Reader<boolean> = (value, reading) => {
	if (typeof value === 'object' && value !== null) throw notSingle(value, reading);
	const answer = answerIn(value);
	if (answer !== undefined) return answer;
	throw invalidValue(value, reading, 'yes or no', 'Write true or false.');
};
