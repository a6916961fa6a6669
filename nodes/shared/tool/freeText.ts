import { isFilled } from '../values/filled';

/** IDs, codes, statuses and addresses have no blanks; a longer text can say something. */
const LONGEST_PIECE = 64;

/** As in `not_available` and `Vice-President`. */
const MOST_WORDS_OF_PIECE = 3;

/** Its host and its path have words, as in `https://www.linkedin.com/in/jane-doe`. */
const ADDRESS = /^(?:https?:\/\/\S+|[\w.+-]+@[\w.-]+)$/i;
const MOST_WORDS_OF_ADDRESS = 7;

const WORD = /\p{L}{2,}/gu;

/** Letters that are spaced, as in `D e l e t e`; initials are fewer. */
const SINGLE = /(?<!\p{L})\p{L}(?!\p{L})/gu;
const MOST_INITIALS = 3;

/** Scripts without blanks between words. */
const UNPARTED =
	/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]{4}/gu;

/**
 * Words with any separator: `campaignEnded`, `CAMPAIGN-ENDED`. The digits of an ID may look like letters. A place where
 * no word begins is skipped at once.
 */
const WORD_OF_PIECE = /(?=\p{L}{3})(?:\p{Lu}\p{Ll}{2,}|\p{Ll}{3,}|\p{Lu}{3,}|\p{L}{3,})/gu;
const FIGURES = /^[a-f]+$/i;

/** How many words a text has, with any separators. */
export const wordsOfPieces = (text: string): number =>
	(text.match(UNPARTED) ?? []).length +
	(text.match(WORD_OF_PIECE) ?? []).filter((word) => !FIGURES.test(word) && !/^https?$|^www$/i.test(word)).length;

const isOfOnePiece = (text: string): boolean =>
	ADDRESS.test(text)
		? wordsOfPieces(text) <= MOST_WORDS_OF_ADDRESS
		: text.length <= LONGEST_PIECE && wordsOfPieces(text) <= MOST_WORDS_OF_PIECE;

/**
 * Whether a text could give an instruction: it has several words, or is long enough to hide some. Dates and numbers
 * cannot.
 */
export function isFreeText(value: string): boolean {
	const text = value.trim();
	if (!isFilled(text)) return false;
	if (text.search(UNPARTED) >= 0) return true;
	if (!/\s/.test(text)) return !isOfOnePiece(text);
	return (text.match(WORD) ?? []).length > 1 || (text.match(SINGLE) ?? []).length > MOST_INITIALS;
}
