/** Half of a character that takes two, as a program leaves that cuts a text in the middle of an emoji. UTF-8 has no bytes for it. */
const HALF = /\p{Surrogate}/u;

/** Whether a text can be sent as it is. */
export const isWellFormed = (text: string): boolean => !HALF.test(text);

/** What is wrong with a text that is not, as the end of a sentence, and what to do. */
export const HALF_CHARACTER = {
	flaw: 'has half a character in it, probably because a text was cut within an emoji',
	remedy: 'Cut the text at another place, or take the broken character out.',
};
