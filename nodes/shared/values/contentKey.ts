import { withoutInvisible } from './invisible';
import { trimmed } from './unseen';

/** A text as a person reads it: in one composition of its letters, without what is not seen, whatever blanks and line breaks part its words. */
const asRead = (text: string): string => trimmed(withoutInvisible(text).normalize('NFC').replace(/\s+/g, ' '));

/** Stands for what a person is sent: equal for contents that read the same, as of a column with a blank at its end. */
export const contentKey = (content: unknown): string =>
	JSON.stringify(content, (_, member: unknown) => (typeof member === 'string' ? asRead(member) : member)) ?? '';
