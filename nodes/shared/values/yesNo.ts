import { stringOf } from './text';

const YES = new Set(['true', 'yes', 'y', '1']);
const NO = new Set(['false', 'no', 'n', '0']);

/** Long enough for blanks around it. */
const LONGEST = 32;

/** A yes or no in any of the spellings of APIs; undefined when it is something else. */
export function yesOrNo(value: unknown): boolean | undefined {
	if (!['boolean', 'number', 'string'].includes(typeof value)) return undefined;
	const text = stringOf(value);
	const spelled = text.length > LONGEST ? '' : text.trim().toLowerCase();
	if (YES.has(spelled)) return true;
	return NO.has(spelled) ? false : undefined;
}
