/** The character that a program writes for an unreadable letter (U+FFFD). */
const LOST = '\ufffd';

/** A question mark within a word, from older programs; the query of a web address has one as well. */
const ASKED_WITHIN_WORD = /\p{L}\?+\p{L}(?![\w.[\]-]*=)/u;

/** An explanation of lost letters, as the end of a sentence, and the remedy. */
export const LOST_LETTER = {
	flaw: 'has a lost letter, because the file was read in the wrong encoding',
	remedy:
		'Read the file again with its own encoding: set the option "Encoding" where the file is read (Extract From File), or save it as UTF-8.',
};

/** Whether a letter of a text was certainly lost. */
export const hasLostLetter = (text: string): boolean => text.includes(LOST);

/** The word around it, such as "Jos�"; undefined where no letter was lost. */
export const wordWithLostLetter = (text: string): string | undefined =>
	hasLostLetter(text) ? text.split(/\s+/u).find((word) => hasLostLetter(word)) : undefined;

/** The same for a value that never has a question mark within a word, such as an ID. */
export const mayHaveLostLetter = (text: string): boolean => hasLostLetter(text) || ASKED_WITHIN_WORD.test(text);
