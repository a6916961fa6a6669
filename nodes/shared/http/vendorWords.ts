import { beginningOf } from '../values/beginning';
import { UNSEEN } from '../values/unseen';

/** Longest quote: a sentence, not a page. */
const LONGEST = 300;

const BLANKS_AND_UNSEEN = new RegExp(`[${UNSEEN}]+`, 'gu');

/** Halves of characters that need two. */
const HALVES = /\p{Cs}/gu;

/** Line breaks and tabs become blanks; invisible characters may hide a word or turn its direction. */
const onOneLine = (text: string): string =>
	text
		.replace(BLANKS_AND_UNSEEN, (found) => (/\s/.test(found.replaceAll('\ufeff', '')) ? ' ' : ''))
		.replace(HALVES, '\ufffd')
		.trim();

/** Cuts between two words, if they are not too long. */
function cut(text: string, longest: number): string {
	const end = text.lastIndexOf(' ', longest);
	return `${end > longest / 2 ? text.slice(0, end) : beginningOf(text, longest)}…`;
}

/**
 * A text from a vendor, or from a server that answers in its place, in the form in which a message may quote it: one
 * line, limited length, no invisible characters. n8n's editor shows messages as HTML: `<` would begin a link. '' if it
 * is not a text.
 */
export function vendorWords(value: unknown, longest = LONGEST): string {
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string') return '';
	const text = onOneLine(value.slice(0, longest * 10)).replaceAll('<', '‹');
	const isWhole = value.length <= longest * 10 && text.length <= longest;
	return isWhole ? text : cut(text, longest - 1);
}
