import { invalidInput } from '../contract/failure';
import { isPlaceholder } from './placeholder';
import { certainMissingValueIn } from './reading/missingValue';
import { shown } from './shown';
import { ONE_UNSEEN, stripped, UNSEEN } from './unseen';

/** Blanks, line ends, quotation marks, and invisible characters, which are often copied together with a key. */
const AROUND = new RegExp(`[${UNSEEN}"'\u2018-\u201f\`]`, 'u');

/** How vendors' pages show a key in use. */
const HEADER = /^(?:(?:authorization|x-(?:public-)?api-key)\s*:\s*)?(?:bearer(?:\s*:\s*|\s+|$))?/i;

/** A line of a settings file: `SERVICE_API_KEY=...`. The `=` at the end of a key does not count. */
const SETTING = /^(?:export\s+)?[a-z][a-z0-9_]*(?:key|token|secret)\s*=(?=[^=])/i;

/** Characters that a header carries unchanged. */
const IN_HEADER = /^[\x21-\x7e]+$/;

/** Words for a key in a form, a template or a manual: `your-api-key`, `YOUR_TOKEN_HERE`, `changeme`. */
const WORDS =
	/^(?:(?:(?:your|my|the|insert|enter|paste|put|add|replace|change|with|api|access|secret|private)[-_.]*)*(?:key|token|secret|me)(?:[-_.]*here)?|todo|example|placeholder)$/i;

/** The name of a service, in such words: `your-service-api-key`. */
const SERVICE = /(?<=^|[-_.])[a-z]+[-_.]+(?=api(?:[-_.]|key|token|secret))/i;

/** Marks of a place to fill in: `<key>`, `{{ $json.key }}`, `$KEY`, `***`. */
const MARKED = /^(?:<.*>|\[.*\]|\{.*\}|\$.*|%.*%|=.*|[^\p{L}\p{N}]+)$/su;

/**
 * The placeholder in a text without a key. Of brackets only the marks are shown, because the text between them may be
 * the key.
 */
function standInOf(text: string): string | undefined {
	if (WORDS.test(text.replace(SERVICE, '')) || isPlaceholder(text)) return text;
	return (
		(MARKED.test(text) ? text.replace(/(?<=^\W).*(?=\W$)|(?<=^[$=]).+$/s, '…') : undefined) ??
		certainMissingValueIn(text)
	);
}

/** A key that a page shows only in part, as `sk_live_abc...`. */
const SHORTENED = /(?:\.{3}|\u2026)$/;

/** A key as pages show it some time after its creation. */
const MASKED = /\*{3}|x{8}$/i;

const WEB_ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/|^www\./i;

const EMAIL_ADDRESS = /^[^\s@]+@[^\s@.]+\.[^\s@]+$/;

/** The text that was pasted instead of a key, as the end of a sentence. */
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

/** The invalid part of the key, without showing the key. */
function strangeIn(key: string): string {
	const [strange = ''] = /[^\x21-\x7e]/u.exec(key) ?? [];
	if (/[\r\n\u2028\u2029]/.test(strange)) return 'a line break';
	if (/\s/.test(strange)) return 'a blank';
	if (ONE_UNSEEN.test(strange)) return 'a character that cannot be seen';
	return `the character "${strange}", which only looks like another one`;
}

/**
 * An API key in the form to send, without characters that were pasted with it.
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
