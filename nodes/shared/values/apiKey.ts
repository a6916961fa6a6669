import { invalidInput } from '../contract/failure';
import { isPlaceholder } from './placeholder';
import { leftUnmistakably } from './reading/left';
import { shown } from './shown';
import { ONE_UNSEEN, stripped, UNSEEN } from './unseen';

/** Blanks, line ends, quotation marks, and what cannot be seen: they come along when a key is copied. */
const AROUND = new RegExp(`[${UNSEEN}"'\u2018-\u201f\`]`, 'u');

/** How vendors' pages show a key in use. */
const HEADER = /^(?:(?:authorization|x-(?:public-)?api-key)\s*:\s*)?(?:bearer(?:\s+|$))?/i;

/** What a header can carry without being changed on its way. */
const IN_HEADER = /^[\x21-\x7e]+$/;

/** Words for a key in a form, a template or a manual: `your-api-key`, `YOUR_TOKEN_HERE`, `changeme`. */
const WORDS =
	/^(?:(?:(?:your|my|the|insert|enter|paste|put|add|replace|change|with|kakiyo|kaicalls|kairo|kayse|api|access|secret|private)[-_.]*)*(?:key|token|secret|me)(?:[-_.]*here)?|todo|example|placeholder)$/i;

/** Marks of something that is to be put in: `<key>`, `{{ $json.key }}`, `$KEY`, `***`. */
const MARKED = /^(?:<.*>|\[.*\]|\{.*\}|\$.*|%.*%|=.*|[^\p{L}\p{N}]+)$/su;

/** What stands in a text where a key is missing; of marks, not what is between them, as it may be the key. */
function standInOf(text: string): string | undefined {
	if (WORDS.test(text) || isPlaceholder(text)) return text;
	return leftUnmistakably(text) ?? (MARKED.test(text) ? text.replace(/(?<=^\W).*(?=\W$)|(?<=^[$=]).+$/s, '…') : undefined);
}

/** Of a key that is shown somewhere, but not whole, as `sk_live_abc...`. */
const SHORTENED = /(?:\.{3}|\u2026)$/;

const unfit = (fault: string): Error =>
	invalidInput(`"API Key" in the credential ${fault}`, 'Open the credential, copy the key again, and paste nothing but the key.');

/** What of the key no key has, without showing the key. */
function strangeIn(key: string): string {
	const [strange = ''] = /[^\x21-\x7e]/u.exec(key) ?? [];
	if (/[\r\n\u2028\u2029]/.test(strange)) return 'a line break';
	if (/\s/.test(strange)) return 'a blank';
	if (ONE_UNSEEN.test(strange)) return 'a character that cannot be seen';
	return `the character "${strange}", which only looks like another`;
}

/**
 * An API key as it is sent: without what was pasted along with it.
 * @param value the field of the credential
 * @throws ItemFailure when nothing is left, or a character is in it that no key has
 */
export function readApiKey(value: unknown): string {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
	const key = stripped(stripped(text, AROUND).replace(HEADER, ''), AROUND);
	if (key === '') throw unfit('is empty');
	const standIn = standInOf(key);
	if (standIn !== undefined) throw unfit(`has "${shown(standIn)}" in it, which stands where a key is missing`);
	if (SHORTENED.test(key)) throw unfit('ends in dots, so it is not the whole key');
	if (!IN_HEADER.test(key)) throw unfit(`has ${strangeIn(key)} in it`);
	return key;
}
