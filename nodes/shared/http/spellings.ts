/**
 * Programs that quote a quoted text put backslashes before characters, some or many. The pattern takes all of them at
 * once, from the first one on. So there is one way to read a text, and a long run of backslashes is fast.
 */
const backslashes = (atLeast: number): string => `(?<!\\\\)\\\\{${atLeast},}`;

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const hexadecimal = (value: number, digits = 0): string => value.toString(16).padStart(digits, '0');

const bytesOf = (sign: string, prefix: string): string =>
	[...Buffer.from(sign)].map((byte) => prefix + hexadecimal(byte, 2)).join('');

/** A character that has the same form in all spellings. */
const PLAIN = /^[A-Za-z0-9]$/;

/** A character by its number in JSON and code, after this many backslashes. */
function byNumber(sign: string, behind: number): string {
	const units = sign
		.split('')
		.map((unit) => `u${hexadecimal(unit.charCodeAt(0), 4)}`)
		.join(backslashes(1));
	const bytes = [...Buffer.from(sign)].map((byte) => `x${hexadecimal(byte, 2)}`).join(backslashes(1));
	return `${backslashes(behind)}(?:${units}|u\\{0*${hexadecimal(sign.codePointAt(0) ?? 0)}\\}|${bytes})`;
}

/**
 * A character in an address or a web page, also nested.
 * @param names patterns for its HTML names
 */
function inPage(sign: string, names: string): string {
	const code = sign.codePointAt(0) ?? 0;
	return `${bytesOf(sign, '%(?:25){0,3}')}|&(?:amp;){0,3}(?:#0*${code}|#x0*${hexadecimal(code)}|${names});`;
}

const BACKSLASH = `(?:${byNumber('\\', 1)}|${inPage('\\', 'bsol')})`;

/** The spellings of one backslash. */
const MOST_FOR_ONE = 8;

/**
 * A character outside of code. Its HTML name may be any name, except that of a character that may stand before it: the
 * characters around it belong to the secret.
 */
const anywhere = (sign: string): string =>
	PLAIN.test(sign) ? sign : `(?:${inPage(sign, '(?!bsol;)[a-z]{2,8}')}|${literal(sign)}${sign === ' ' ? '|\\+' : ''})`;

/**
 * The source of a pattern that finds a character in text, JSON, code, an address, a form or a web page, also nested.
 * @param before how many backslashes of the secret come before it
 * @param sign not a backslash; '' at the end
 */
function anySpellingOf(before: number, sign: string): string {
	if (before === 0 && PLAIN.test(sign)) return sign;
	const written = `${BACKSLASH}{${Math.max(before, 1)},${MOST_FOR_ONE * (before + 1)}}`;
	const as = before === 0 ? `(?:${backslashes(1)})?` : backslashes(before);
	if (sign === '') return `(?:${as}|${written})`;
	const numbered = PLAIN.test(sign) ? [] : [byNumber(sign, before + 1), written + byNumber(sign, 1)];
	return `(?:${[as + anywhere(sign), written + anywhere(sign), ...numbered].join('|')})`;
}

/** Only a text with this character can contain other spellings. */
export const ESCAPES = /[\\%&+]/;

/** The length of the longest part of a text that has the same form in every spelling except base64. */
export const sureSigns = (text: string): number =>
	text.split(/[^A-Za-z0-9]/).reduce((most, { length }) => Math.max(most, length), 0);

/** The source of a case-insensitive pattern that finds a text in any spelling of its characters. */
export function anySpelling(text: string): string {
	let [source, before] = ['', 0];
	for (const sign of text) {
		if (sign === '\\') {
			before += 1;
			continue;
		}
		source += anySpellingOf(before, sign);
		before = 0;
	}
	return before === 0 ? source : source + anySpellingOf(before, '');
}

const BASE64_SIGN = '[A-Za-z0-9+/_-]';

/**
 * The text in base64, for every position in the encoded text, without the characters that it shares with its
 * neighbours.
 */
export const inBase64 = (text: string): string[] =>
	[0, 1, 2].flatMap((before) => {
		const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
		const own = bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
		return [...new Set([own, own.replaceAll('+', '-').replaceAll('/', '_')])];
	});

/** The source of a pattern that finds base64 with the shared character after it. */
export const withSignBehind = (base64: string): string => `${literal(base64)}(?:${BASE64_SIGN}?={1,2}|${BASE64_SIGN})?`;

/** Whether base64 may share the character with the text after it. */
export const isBase64Sign = (sign: string | undefined): boolean => /^[A-Za-z0-9+/_-]$/.test(sign ?? '');

/** The source of a pattern that finds any of these texts as they are; never matches without texts. */
export const anyOf = (texts: Iterable<string>): string => [...texts].map(literal).join('|') || '(?!)';
