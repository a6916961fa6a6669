import { beginningOf } from '../values/beginning';
import { UNSEEN } from '../values/unseen';

/** A sentence, and no page. */
const LONGEST = 300;

const BLANKS_AND_UNSEEN = new RegExp(`[${UNSEEN}]+`, 'gu');

/** Halves of characters that need two. */
const HALVES = /\p{Cs}/gu;

/** Line breaks and tabs are blanks; what is not seen may hide a word, or turn its direction. */
const onOneLine = (text: string): string =>
	text
		.replace(BLANKS_AND_UNSEEN, (found) => (/\s/.test(found.replaceAll('\ufeff', '')) ? ' ' : ''))
		.replace(HALVES, '\ufffd')
		.trim();

/** Between two words, where they are not too long. */
function cut(text: string, longest: number): string {
	const end = text.lastIndexOf(' ', longest);
	return `${end > longest / 2 ? text.slice(0, end) : beginningOf(text, longest)}…`;
}

/**
 * What a vendor, or whatever answers in its place, has written, as a message may quote it: on one line, not too long, nothing in it that
 * is not seen. n8n's editor shows messages as a page: `<` would begin a link there. '' for what is no text.
 */
export function vendorWords(value: unknown, longest = LONGEST): string {
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string') return '';
	const text = onOneLine(value.slice(0, longest * 10)).replaceAll('<', '‹');
	const isWhole = value.length <= longest * 10 && text.length <= longest;
	return isWhole ? text : cut(text, longest - 1);
}
