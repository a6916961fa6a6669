/** A program that writes down what another has written down puts one more of these before each sign. */
const MOST_BACKSLASHES = 8;

const BACKSLASHES = `\\\\{1,${MOST_BACKSLASHES}}`;

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const hexadecimal = (value: number, digits = 0): string => value.toString(16).padStart(digits, '0');

const utf8 = (sign: string, prefix: string): string => [...Buffer.from(sign)].map((byte) => prefix + hexadecimal(byte, 2)).join('');

const utf16 = (sign: string): string => sign.split('').map((unit) => `${BACKSLASHES}u${hexadecimal(unit.charCodeAt(0), 4)}`).join('');

/** Written as it is everywhere. */
const PLAIN = /^[A-Za-z0-9]$/;

/** The source of a pattern that finds a sign in text, JSON, code, an address, a form or a web page, also in one of these within another. */
function anySpellingOf(sign: string): string {
	if (PLAIN.test(sign)) return sign;
	const code = sign.codePointAt(0) ?? 0;
	const ways = [
		utf16(sign),
		`${BACKSLASHES}u\\{0*${hexadecimal(code)}\\}`,
		utf8(sign, `${BACKSLASHES}x`),
		utf8(sign, '%(?:25){0,3}'),
		// Its name may be any: the signs around it are those of the secret.
		`&(?:amp;){0,3}(?:#0*${code}|#x0*${hexadecimal(code)}|[a-z]{2,8});`,
		...(sign === ' ' ? ['\\+'] : []),
		// Last, as the others may begin with it.
		sign === '\\' ? BACKSLASHES : `(?:${BACKSLASHES})?${literal(sign)}`,
	];
	return `(?:${ways.join('|')})`;
}

/** What only a text can have that has a sign in another way than as it is. */
export const ESCAPES = /[\\%&+]/;

/** The length of the longest part of a text that is the same in every way to write it but base64. */
export const sureSigns = (text: string): number => text.split(/[^A-Za-z0-9]/).reduce((most, { length }) => Math.max(most, length), 0);

/** The source of a pattern, to be used in any case, that finds a text, however each of its signs is written. */
export const anySpelling = (text: string): string => [...text].map(anySpellingOf).join('');

const BASE64_SIGN = '[A-Za-z0-9+/_-]';

/** The text in base64 wherever it begins in what was encoded, without the signs that it shares with what is around it. */
export const inBase64 = (text: string): string[] =>
	[0, 1, 2].flatMap((before) => {
		const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
		const own = bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
		return [...new Set([own, own.replaceAll('+', '-').replaceAll('/', '_')])];
	});

/** The source of a pattern that finds base64 with the signs that it shares. */
export const withSharedSigns = (base64: string): string => `${BASE64_SIGN}?${literal(base64)}(?:${BASE64_SIGN}?={1,2}|${BASE64_SIGN})?`;

/** The source of a pattern that finds any of these texts as they are, and nothing where there are none. */
export const anyOf = (texts: Iterable<string>): string => [...texts].map(literal).join('|') || '(?!)';
