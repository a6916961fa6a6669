import { kindsIn, isIdWord, speaksOfRecords, wordsOf } from './recordNouns';
import { trimmed } from './unseen';

/** Marks around an ID that people and models write: quotation marks, code marks, and bold marks of Markdown. */
const AROUND = [
	/^```[a-z]*\s([^]*?)\s?```$/i,
	/^(`{1,3})([^`]+)\1$/,
	/^(["'])((?:(?!\1)[^])+)\1$/,
	/^\\"((?:(?!\\")[^])+)\\"$/,
	/^[“”„‟«»]([^“”„‟«»]+)[“”„‟«»]$/u,
	/^[‘’‚‛‹›]([^‘’‚‛‹›]+)[‘’‚‛‹›]$/u,
	/^\(([^()]+)\)$/,
	// The end of a sentence.
	/^(?=\D*\d)([\w-]+)[.,;:!]$/,
	/^(\*{1,2}|__)([^*\s][^*]*)\1$/,
];

/** `#412` */
const NUMBERED = /^(?:#|№) ?(\d+)$/u;

/** `campaign_id=…`, `ID: …`, `campaigns/…` */
const WITH_SIGN = /^([\p{L}][\p{L} _.-]{0,40}?)\s*(?:[:=：＝/]|is |->|→)\s*(\S[^]*)$/u;

/** `Campaign …`, `the case ID …` */
const WITH_BLANK = /^([\p{L}][\p{L} _-]{0,40}) (#?\S+)$/u;

/** A label names the kind of record: "the" and "my" alone do not. */
const isLabel = (words: string[], field: string): boolean => {
	const ofField = wordsOf(field);
	const names = words.some((word) => isIdWord(word) || kindsIn(word).size > 0 || ofField.includes(word));
	return names && words.every((word) => speaksOfRecords(word) || ofField.includes(word));
};

function unwrapped(text: string): string {
	for (const pattern of AROUND) {
		const inner = pattern.exec(text)?.slice(1).at(-1);
		if (inner !== undefined) return trimmed(inner);
	}
	return NUMBERED.exec(text)?.[1] ?? text;
}

/** The text before an ID that names its kind; undefined if there is none. */
function labelIn(text: string, field: string): { label: string; id: string } | undefined {
	const [, before = '', id = ''] = WITH_SIGN.exec(text) ?? [];
	if (isLabel(wordsOf(before), field)) return { label: before, id };
	const [, words = '', last = ''] = WITH_BLANK.exec(text) ?? [];
	const saidToBeId = wordsOf(words).some(isIdWord) || /\d/.test(last);
	return isLabel(wordsOf(words), field) && saidToBeId && !speaksOfRecords(last.toLowerCase())
		? { label: words, id: last }
		: undefined;
}

/** An ID without the text around it. */
export interface BareId {
	id: string;
	/** The kind of record that it names, if it is another one. */
	ofOther?: string;
	/** With the label, and without the marks around both. */
	labelled: string;
	/** The label contains a word for ID: `Campaign 2` may be a name, `campaign_id 2` cannot. */
	isSaidToBeId: boolean;
}

/** More layers than a person writes. */
const MOST_LAYERS = 6;

/**
 * Removes quotation marks, code marks and labels from an ID, as in `"abc"`, `campaign_id=abc`, `Campaign abc123`.
 * @param field the kind of the wanted record, as in "Campaign"
 */
export function bareId(written: string, field: string): BareId {
	const wanted = kindsIn(field);
	let id = written;
	let labelled: string | undefined;
	let isSaidToBeId = false;
	for (let layers = 0; layers < MOST_LAYERS; layers++) {
		const inner = unwrapped(id);
		const found = labelIn(inner, field);
		if (found) {
			labelled ??= inner;
			isSaidToBeId ||= wordsOf(found.label).some(isIdWord);
			const named = [...kindsIn(found.label)];
			if (named.length > 0 && wanted.size > 0 && !named.some((kind) => wanted.has(kind)))
				return { id: found.id, ofOther: found.label, labelled, isSaidToBeId };
		}
		const next = found?.id ?? inner;
		if (next === id) break;
		id = next;
	}
	return { id, labelled: labelled ?? id, isSaidToBeId };
}
