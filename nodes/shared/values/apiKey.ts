import { invalidInput } from '../contract/failure';
import { isPlaceholder } from './placeholder';
import { certainMissingValueIn } from './reading/missingValue';
import { shown } from './shown';
import { ONE_UNSEEN, stripped, UNSEEN } from './unseen';

/** Blanks, line ends, quotation marks, and what cannot be seen: they come along when a key is copied. */
const AROUND = new RegExp(`[${UNSEEN}"'\u2018-\u201f\`]`, 'u');

/** How vendors' pages show a key in use. */
const HEADER = /^(?:(?:authorization|x-(?:public-)?api-key)\s*:\s*)?(?:bearer(?:\s*:\s*|\s+|$))?/i;

/** A line of a file with settings: `SERVICE_API_KEY=...`. The signs at the end of a key are none. */
const SETTING = /^(?:export\s+)?[a-z][a-z0-9_]*(?:key|token|secret)\s*=(?=[^=])/i;

/** What a header can carry without being changed on its way. */
const IN_HEADER = /^[\x21-\x7e]+$/;

/** Words for a key in a form, a template or a manual: `your-api-key`, `YOUR_TOKEN_HERE`, `changeme`. */
const WORDS =
	/^(?:(?:(?:your|my|the|insert|enter|paste|put|add|replace|change|with|api|access|secret|private)[-_.]*)*(?:key|token|secret|me)(?:[-_.]*here)?|todo|example|placeholder)$/i;

/** The name of a service, in such words: `your-service-api-key`. */
const SERVICE = /(?<=^|[-_.])[a-z]+[-_.]+(?=api(?:[-_.]|key|token|secret))/i;

/** Marks of something that is to be put in: `<key>`, `{{ $json.key }}`, `$KEY`, `***`. */
const MARKED = /^(?:<.*>|\[.*\]|\{.*\}|\$.*|%.*%|=.*|[^\p{L}\p{N}]+)$/su;

/** What stands in a text where a key is missing; of marks, not what is between them, as it may be the key. */
function standInOf(text: string): string | undefined {
	if (WORDS.test(text.replace(SERVICE, '')) || isPlaceholder(text)) return text;
	return (
		(MARKED.test(text) ? text.replace(/(?<=^\W).*(?=\W$)|(?<=^[$=]).+$/s, '…') : undefined) ??
		certainMissingValueIn(text)
	);
}

/** Of a key that is shown somewhere, but not whole, as `sk_live_abc...`. */
const SHORTENED = /(?:\.{3}|\u2026)$/;

/** Of a key as pages show it when it was made a while ago. */
const MASKED = /\*{3}|x{8}$/i;

const WEB_ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/|^www\./i;

const EMAIL_ADDRESS = /^[^\s@]+@[^\s@.]+\.[^\s@]+$/;

/** What was pasted in place of a key, as the end of a sentence. */
function otherThanKey(text: string): string | undefined {
	if (WEB_ADDRESS.test(text)) return 'is a web address';
	if (EMAIL_ADDRESS.test(text)) return 'is an email address';
	if (MASKED.test(text)) return 'is masked, so it is not the whole key';
	return SHORTENED.test(text) ? 'ends in dots, so it is not the whole key' : undefined;
}

const invalidValue = (fault: string): Error =>
	invalidInput(
		`"API Key" in the credential ${fault}`,
		'Open the credential, copy the key again, and paste nothing but the key.',
	);

/** What of the key no key has, without showing the key. */
function strangeIn(key: string): string {
	const [strange = ''] = /[^\x21-\x7e]/u.exec(key) ?? [];
	if (/[\r\n\u2028\u2029]/.test(strange)) return 'a line break';
	if (/\s/.test(strange)) return 'a blank';
	if (ONE_UNSEEN.test(strange)) return 'a character that cannot be seen';
	return `the character "${strange}", which only looks like another one`;
}

/**
 * An API key as it is sent: without what was pasted along with it.
 * @param value the field of the credential
 * @throws ItemFailure when nothing is left, or a character is in it that no key has
 */
export function readApiKey(value: unknown): string {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
	const key = stripped(stripped(text, AROUND).replace(HEADER, '').replace(SETTING, ''), AROUND);
	if (key === '') throw invalidValue('is empty');
	const standIn = standInOf(key);
	if (standIn !== undefined) throw invalidValue(`has "${shown(standIn)}" in it, so the key is missing`);
	const other = otherThanKey(key);
	if (other !== undefined) throw invalidValue(other);
	if (!IN_HEADER.test(key)) throw invalidValue(`has ${strangeIn(key)} in it`);
	return key;
}
