const LONGEST = 80;

/** What takes room and is not seen, or looks like a blank and is none. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

const named = (sign: string): string => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** A value as a message shows it between quotation marks: on one line, not too long, with the characters in it that are not seen. */
export function shown(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	const characters = [...text];
	const cut = characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
	return cut.replace(/\r\n|[\r\n]/g, '⏎').replace(UNSEEN, named);
}
