import { withoutInvisible } from './invisible';
import { isRecord } from './json';
import { stripped, trimmed } from './unseen';

const EMAIL = /^[^@\s]+@[^@\s]+$/;

const WEB_ADDRESS = /https?:\/\/[^\s"'<>]+/gi;

/** In one form: host in lower case, without the default port, and without a fragment. */
function sameAddress(written: string): string {
	if (!URL.canParse(written)) return written;
	const address = new URL(written);
	address.hash = '';
	return address.href;
}

/** Characters that programs and keyboards write in more than one way. */
const ONE_FORM: Array<[RegExp, string]> = [
	[/[\uFE0E\uFE0F]/g, ''],
	// A superscript must not join the digit before it.
	[/[\u2070\u00B9\u00B2\u00B3\u2074-\u2079]/g, '^$&'],
	[/[‘’‚‛ʼ′`´]/g, "'"],
	[/[“”„‟«»″]/g, '"'],
	[/[\p{Pd}−]/gu, '-'],
];

const plainSigns = (text: string): string =>
	ONE_FORM.reduce((plain, [signs, one]) => plain.replace(signs, one), text).normalize('NFKC');

/** Quotation marks around the whole text do not change it. */
const unquoted = (text: string): string => (/^(["'])[^"']+\1$/.test(text) ? trimmed(stripped(text, /["']/)) : text);

/**
 * A text as a person reads it: one form of letters, punctuation and addresses, without invisible characters, and with
 * one blank between words.
 */
function asRead(text: string): string {
	const plain = unquoted(trimmed(plainSigns(withoutInvisible(text)).replace(/\s+/g, ' ')));
	return EMAIL.test(plain) ? plain.toLowerCase() : plain.replace(WEB_ADDRESS, sameAddress);
}

const sorted = (record: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));

const isSign = (entry: unknown): boolean =>
	typeof entry === 'number' || (typeof entry === 'string' && !/\s/.test(entry));

/** IDs, events and the like mean the same in any order; steps do not. */
const isSet = (name: string, value: unknown): value is unknown[] =>
	Array.isArray(value) && value.every(isSign) && !/steps$/i.test(name);

const withSets = (body: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(body).map(([name, value]) => [name, isSet(name, value) ? [...value].sort() : value]),
	);

/**
 * Identifies the content for a person: equal for contents that read the same, such as from a column with a blank at its
 * end, or JSON in another order. In a `body`, the order of such a list of texts does not count.
 */
export const contentKey = (content: unknown): string =>
	JSON.stringify(content, (name, member: unknown) => {
		if (typeof member === 'string') return asRead(member);
		if (!isRecord(member)) return member;
		return sorted(name === 'body' ? withSets(member) : member);
	}) ?? '';
