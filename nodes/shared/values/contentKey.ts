import { withoutInvisible } from './invisible';
import { isRecord } from './json';
import { trimmed } from './unseen';

const EMAIL = /^[^@\s]+@[^@\s]+$/;

/** What stands before the path of a web address is written in any letters. */
const HOST = /^https?:\/\/[^/?#]+/i;

const asMeant = (text: string): string =>
	EMAIL.test(text) ? text.toLowerCase() : text.replace(HOST, (host) => host.toLowerCase());

/** A text as a person reads it: in one composition of its letters, without what is not seen, whatever blanks and line breaks part its words. */
const asRead = (text: string): string => asMeant(trimmed(withoutInvisible(text).normalize('NFC').replace(/\s+/g, ' ')));

const sorted = (record: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));

/** Stands for what a person is sent: equal for contents that read the same, as of a column with a blank at its end, or of JSON in another order. */
export const contentKey = (content: unknown): string =>
	JSON.stringify(content, (_, member: unknown) => {
		if (typeof member === 'string') return asRead(member);
		return isRecord(member) ? sorted(member) : member;
	}) ?? '';
