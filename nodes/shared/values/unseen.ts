/**
 * Invisible characters, with or without width, as the inside of a class: blanks of all scripts, control characters,
 * fillers, joiners.
 */
export const UNSEEN = String.raw`\s\u2800\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}`;

/** Finds one character that cannot be seen, blanks among them. */
export const ONE_UNSEEN = new RegExp(`[${UNSEEN}]`, 'u');

/** Characters without width: all of these except blanks between words. */
const WITHOUT_ROOM = new RegExp(String.raw`(?![^\S\ufeff])[${UNSEEN}]`, 'u');

const ALL_WITHOUT_ROOM = new RegExp(WITHOUT_ROOM, 'gu');

/** Most texts have only these characters, which is a faster check. */
const ALL_PLAIN = /^[\t\n\r\x20-\x7e]*$/;

/** Whether a text has characters without width. */
export const hasUnseen = (text: string): boolean => !ALL_PLAIN.test(text) && WITHOUT_ROOM.test(text);

/** A text without characters that have no width. */
export const withoutUnseen = (text: string): string => (hasUnseen(text) ? text.replace(ALL_WITHOUT_ROOM, '') : text);

/** Finds one character that can be seen. */
export const ONE_SEEN = new RegExp(`[^${UNSEEN}]`, 'u');

/**
 * Marks that belong to the character before them, such as the one that makes a heart red, or selects a letter's form in
 * a Japanese name.
 */
const MARK = /[\p{Variation_Selector}\u{E0020}-\u{E007F}]/u;

const firstAt = (text: string, place: number): string => String.fromCodePoint(text.codePointAt(place) ?? 0);

/** The character that ends at a place. */
const lastBefore = (text: string, place: number): string =>
	firstAt(text, (text.codePointAt(place - 2) ?? 0) > 0xffff ? place - 2 : place - 1);

/**
 * Where a text begins and ends without the characters around it. One by one, because a pattern would be slow with many
 * of them in the middle.
 */
function inner(text: string, around: RegExp): [start: number, end: number] {
	let [start, end] = [0, text.length];
	while (start < end && around.test(firstAt(text, start))) start += firstAt(text, start).length;
	while (start < end && around.test(lastBefore(text, end))) end -= lastBefore(text, end).length;
	return [start, end];
}

/**
 * A text without the characters around it.
 * @param around matches one of them
 */
export const stripped = (text: string, around: RegExp): string => text.slice(...inner(text, around));

/** Without the blanks and unseen characters around it. */
export function trimmed(text: string): string {
	const [start, seenEnd] = inner(text, ONE_UNSEEN);
	let end = seenEnd;
	const hasMarks = end > start && lastBefore(text, end) > '\x7f';
	while (hasMarks && end < text.length && MARK.test(firstAt(text, end))) end += firstAt(text, end).length;
	return text.slice(start, end);
}
