import { mapTexts } from '../mapTexts';
import { NOT_SHOWN } from './notShown';
import { isChosen, mayBeKey } from './opaque';
import { isOfFigures, isSecretName, NAMES_SECRET, NEEDS_MORE, tellsOfSecret } from './secretNames';

/**
 * Keys with a known form: those with a prefix of their service (`lin_api_`, `github_pat_`, `pat-na1-`), of Stripe,
 * GitHub, Slack, GitLab, npm, Hugging Face, Google, SendGrid, Telegram, AWS, a signed token, and a text after "Bearer".
 */
const KEYS = [
	/\b(?:[a-z\d]{1,12}_)?(?:api|pat|key|secret)[_-](?=[\w-]{0,40}\d)[\w-]{20,200}/g,
	/\b(?:sk|rk|kk|kc|whsec|gh[a-z]|glpat|shpat|xox[a-z]|xapp|npm|hf|gsk|dop_v1|pypi|GOCSPX)[-_][\w-]{10,200}/g,
	/\bAIza[\w-]{20,60}/g,
	/\bSG\.[\w-]{10,100}\.[\w-]{10,100}/g,
	/\bya29\.[\w-]{10,500}/g,
	/\b\d{8,10}:AA[\w-]{30,60}/g,
	/\b(?:AKIA|ASIA)[A-Z\d]{16}\b/g,
	/\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g,
	/-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g,
	/(?<=\b(?:Bearer|Basic) )(?=[A-Za-z._~+/=-]*\d)[\w.~+/=-]{8,}/g,
];

const LONGEST_NAME = 60;
const MOST_REMEMBERED = 500;

const OF_NAME = /[\p{L}\p{M}\p{N}_-]/u;

const MARKS = String.raw`(?:</?[a-z]{1,10}>|[\s*_~"'’\`\\\])]){0,12}`;
const SIGN = String.raw`(?:[:=：＝→|>\t]|[-=]>|</?[a-z]{1,10}>|\s(?:[–—]|is|are|was|ist|war|lautet|es|est|è|é)(?=\s))`;
const MARKS_BEHIND = String.raw`(?:</?[a-z]{1,10}>|[\s*~|>:=-]){0,20}`;

/**
 * Separators between a name and its value, as in `password=a`, `X-API-Key: a`, `**Password:** a`, `<password>a`,
 * `{\"token\":\"a b\"}`.
 */
const PARTING = new RegExp(`${MARKS}?(${SIGN})${MARKS_BEHIND}`, 'iy');

/** The same with words between, as in "password for the CRM: a". */
const PARTING_BY_WORDS = new RegExp(
	String.raw`((?: [\p{L}(][\p{L}\p{N}.)'’-]{0,20}){1,5}?)(${SIGN})${MARKS_BEHIND}`,
	'iuy',
);

/** And with only blanks, as in "--password a". */
const BLANKS = /()([^\S\r\n]{1,20})/y;

/** JSON within JSON has backslashes before its quotation marks. */
const QUOTED = /\\(["'])([^\\]*)|(["'`])((?:\\.|(?!\3)[^\\\r\n]){0,1000})|[“„«‘]([^”“»’\r\n]{0,1000})/y;

/** Punctuation belongs to the value, unless another name or text begins after it. */
const BARE = /(?:(?!["'`]?[,;&|)\]}](?:["'{[\s]|[\w.-]{1,40}[=:]|$)|["'`](?:[\s>/]|$))[^\s<]){1,4000}/y;

const SCHEME = /[a-z][\w-]{1,20} (?=\S)/iy;

/** Cookies are several, each with a name. */
const LINE = /[^\r\n"]+/y;

/** A person may write "Password: soon", which is a word; after "Password:", another name may follow. */
const isWord = (value: string): boolean =>
	(/^[\p{L}\p{M}]*[.,!?)]*$/u.test(value) && !/[a-z][A-Z]/.test(value)) || /^[\p{L}_-]+:$/u.test(value);

function matchAt(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
	pattern.lastIndex = place;
	return pattern.exec(text);
}

/** For a text that repeats the same word many times. */
function remembered(isSuch: (name: string) => boolean): (name: string) => boolean {
	const known = new Map<string, boolean>();
	return (name) => {
		const is = known.get(name) ?? isSuch(name);
		if (known.size < MOST_REMEMBERED) known.set(name, is);
		return is;
	};
}

/** The name at a place, and its end; '' if it is not the name of a secret. */
function nameAt(text: string, place: number, isSecret: (name: string) => boolean): [name: string, end: number] {
	let [start, end] = [place, place];
	while (start > 0 && place - start < LONGEST_NAME && OF_NAME.test(text[start - 1] ?? '')) start -= 1;
	while (end - place < LONGEST_NAME && OF_NAME.test(text[end] ?? '')) end += 1;
	const name = text.slice(start, end);
	if (isSecret(name)) return [text[start - 1] === '/' && text[start - 2] === '<' ? '' : name, end];
	const before = text.slice(Math.max(0, start - LONGEST_NAME / 2), start);
	const words = before.endsWith(' ')
		? before
				.trimEnd()
				.split(/[^\p{L}\p{N}-]/u)
				.slice(-2)
		: [];
	const whole = NEEDS_MORE.test(name)
		? [words.slice(-1), words].map((few) => [...few, name].join('_')).find(isSecret)
		: undefined;
	return [whole ?? '', end];
}

/**
 * Beginning and end of the value after a name; undefined if the text there is not a value.
 * @param isPlain whether any uncommon word counts as a value there
 */
function valueAt(text: string, place: number, name: string, isPlain: boolean): [from: number, to: number] | undefined {
	if (text.startsWith(NOT_SHOWN, place)) return undefined;
	const quoted = matchAt(QUOTED, text, place);
	if (quoted) {
		const value = quoted[2] ?? quoted[4] ?? quoted[5] ?? '';
		const end = place + quoted[0].length;
		return value === '' || value === NOT_SHOWN ? undefined : [end - value.length, end];
	}
	const isValue = (value: string): boolean =>
		isPlain
			? value !== '' && (mayBeKey(value) || !isWord(value)) && !(isOfFigures(name) && /^\d+\W*$/.test(value))
			: isChosen(value);
	const [bare = ''] = matchAt(/cookie$/i.test(name) && isPlain ? LINE : BARE, text, place) ?? [];
	const [scheme = ''] = /auth/i.test(name) ? (matchAt(SCHEME, text, place) ?? []) : [];
	const [behind = ''] = scheme === '' ? [] : (matchAt(BARE, text, place + scheme.length) ?? []);
	if (scheme !== '' && text.startsWith(NOT_SHOWN, place + scheme.length)) return undefined;
	if (isValue(behind) && !isWord(behind)) return [place + scheme.length, place + scheme.length + behind.length];
	return isValue(bare) ? [place, place + bare.length] : undefined;
}

/** The place of a secret's value, after the end of its name. */
function secretBehind(text: string, place: number, name: string): [from: number, to: number] | undefined {
	const parting = matchAt(PARTING, text, place);
	if (parting) {
		const isPlain = !/\s/.test(parting[1] ?? '') || parting[1] === '\t';
		return valueAt(text, place + parting[0].length, name, isPlain && !/[\r\n]/.test(parting[0]));
	}
	const other = matchAt(PARTING_BY_WORDS, text, place) ?? matchAt(BLANKS, text, place);
	if (!other || tellsOfSecret(other[1] ?? '')) return undefined;
	return valueAt(text, place + other[0].length, name, false);
}

function withoutNamed(text: string): string {
	let told = '';
	let end = 0;
	let looked = 0;
	const isSecret = remembered(isSecretName);
	for (const { index } of text.matchAll(NAMES_SECRET)) {
		if (index < end || index < looked) continue;
		const [name, place] = nameAt(text, index, isSecret);
		looked = place;
		const secret = name === '' ? undefined : secretBehind(text, place, name);
		if (!secret) continue;
		told += text.slice(end, secret[0]) + NOT_SHOWN;
		[, end] = secret;
	}
	return told + text.slice(end);
}

/** All texts of a JSON value without keys and passwords among other words. */
export const withoutSecretTexts = mapTexts((text) =>
	withoutNamed(KEYS.reduce((rest, key) => rest.replace(key, NOT_SHOWN), text)),
);
