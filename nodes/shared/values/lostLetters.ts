/** What a program writes for a letter that it could not read (U+FFFD). */
const LOST = '\ufffd';

/** A question mark within a word, as programs of an earlier age write it; the query of a web address has one as well. */
const ASKED_WITHIN_WORD = /\p{L}\?+\p{L}(?![\w.[\]-]*=)/u;

/** What a lost letter is, as the end of a sentence, and what to do about it. */
export const LOST_LETTER = {
	flaw: 'has a lost letter, because the file was read in the wrong encoding',
	remedy:
		'Read the file again with its own encoding: set the option "Encoding" where the file is read (Extract From File), or save it as UTF-8.',
};

/** Whether a letter of a text was lost for sure. */
export const hasLostLetter = (text: string): boolean => text.includes(LOST);

/** The word around it, such as "Jos�"; undefined where no letter was lost. */
export const wordWithLostLetter = (text: string): string | undefined =>
	hasLostLetter(text) ? text.split(/\s+/u).find((word) => hasLostLetter(word)) : undefined;

/** The same for what nobody writes with a question mark within a word, such as an ID. */
export const mayHaveLostLetter = (text: string): boolean => hasLostLetter(text) || ASKED_WITHIN_WORD.test(text);
