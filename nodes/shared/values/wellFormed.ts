/** Half of a character, left by a program that cut a text in the middle of an emoji. UTF-8 has no bytes for it. */
const HALF = /\p{Surrogate}/u;

/** Whether a text can be sent unchanged. */
export const isWellFormed = (text: string): boolean => !HALF.test(text);

/** The fault of such a text, as the end of a sentence, and the remedy. */
export const HALF_CHARACTER = {
	flaw: 'has half a character in it, probably because a text was cut within an emoji',
	remedy: 'Cut the text at another place, or take the broken character out.',
};
