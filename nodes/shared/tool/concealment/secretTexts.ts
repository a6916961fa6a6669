import { mapTexts } from '../mapTexts';
import { NOT_SHOWN } from './notShown';
import { mayBeKey } from './opaque';
import { isSecretName } from './secretNames';

/** What shows by its form that it is a key: of Stripe, GitHub, Slack, GitLab, AWS, a signed token, and whatever stands behind "Bearer". */
const KEYS = [
	/\b(?:sk|rk|kk|kc|whsec|gh[a-z]|glpat|shpat|xox[a-z])[-_][\w-]{10,200}/g,
	/\bAKIA[A-Z\d]{16}\b/g,
	/\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g,
	/-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g,
	/(?<=\b(?:Bearer|Basic) )(?=[A-Za-z._~+/=-]*\d)[\w.~+/=-]{8,}/g,
];

/** Parts a name from its value, as in `password=abc`, `X-API-Key: abc`, `{"token":"a b"}`, `{\"token\":\"a b\"}`. */
const PARTING = /([:=])\s{0,3}(?:(?:Bearer|Basic|Token|Digest)\s)?/g;

const LONGEST_NAME = 60;

/** The name that ends right before a place, with or without quotation marks. */
const nameBefore = (text: string, place: number): string =>
	text
		.slice(Math.max(0, place - LONGEST_NAME), place)
		.trimEnd()
		.replace(/\\?["']$/, '')
		.split(/[^\w-]/)
		.at(-1) ?? '';

const QUOTED = /(\\?["'])([^"'\\]*)/y;
const BARE = /[^\s"',;&}\])]+/y;

/** Cookies are several, each with a name. */
const LINE = /[^\r\n"]+/y;

/** Of a person who writes "Password: soon", it is a word. */
const isWord = (value: string): boolean => /^[a-z]*[.,!?]?$/i.test(value) && !/[a-z][A-Z]/.test(value);

function matchAt(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
	pattern.lastIndex = place;
	return pattern.exec(text);
}

/** Where the value of a secret begins and ends that is named right before a place; undefined when it is none. */
function secretAt(text: string, place: number, name: string, sign: string): [from: number, to: number] | undefined {
	const quoted = matchAt(QUOTED, text, place);
	if (quoted) return quoted[2] === '' ? undefined : [place + (quoted[1]?.length ?? 0), place + quoted[0].length];
	const [value = ''] = matchAt(/cookie$/i.test(name) && sign === ':' ? LINE : BARE, text, place) ?? [];
	if (value === '' || (sign === ':' && !mayBeKey(value) && isWord(value))) return undefined;
	return [place, place + value.length];
}

function withoutNamed(text: string): string {
	let told = '';
	let end = 0;
	for (const { 0: parting, 1: sign = '', index } of text.matchAll(PARTING)) {
		const name = index < end ? '' : nameBefore(text, index);
		const secret = isSecretName(name) ? secretAt(text, index + parting.length, name, sign) : undefined;
		if (!secret) continue;
		told += text.slice(end, secret[0]) + NOT_SHOWN;
		[, end] = secret;
	}
	return told + text.slice(end);
}

/** All texts of a JSON value without keys and passwords that stand among other words. */
export const withoutSecretTexts = mapTexts((text) => {
	const withoutKeys = KEYS.reduce((rest, key) => rest.replace(key, NOT_SHOWN), text);
	return /[:=]/.test(withoutKeys) ? withoutNamed(withoutKeys) : withoutKeys;
});
