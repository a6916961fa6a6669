import { stringOf } from './text';
import { UNSEEN } from './unseen';

const LONGEST = 80;

/** Characters that are invisible, or look like a blank. */
const NAMED = new RegExp(`(?! )[${UNSEEN}]`, 'gu');

const named = (sign: string): string => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** undefined if there is no JSON form, such as for a value that contains itself. */
function jsonOf(value: object): string | undefined {
	try {
		return JSON.stringify(value, (_, member: unknown) => (typeof member === 'bigint' ? String(member) : member));
	} catch {
		return undefined;
	}
}

/** JSON has no form for an invalid number, date or text. */
function written(value: unknown): string {
	if (typeof value !== 'object' || value === null) return stringOf(value);
	const json = jsonOf(value);
	return json === undefined || json === 'null' ? stringOf(value) : json;
}

/**
 * A value as a message shows it between quotation marks: one line, limited length, with invisible characters made
 * visible.
 */
export function shown(value: unknown): string {
	const characters = [...written(value).slice(0, 2 * LONGEST + 2)];
	const cut = characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : characters.join('');
	return cut.replace(/\r\n|[\r\n]/g, '⏎').replace(NAMED, named);
}
