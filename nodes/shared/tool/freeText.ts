import { isFilled } from '../values/filled';
import { wordsOf } from '../values/recordNouns';

/** IDs, codes, statuses and addresses are of one piece; a longer one can say something. */
const LONGEST_PIECE = 64;

/** As in `recording_not_available_yet`. */
const MOST_WORDS_OF_PIECE = 5;

const WEB_ADDRESS = /^https?:\/\/\S+$/i;

const WORD = /\p{L}{2,}/gu;

/** Scripts that write words without blanks between them. */
const UNPARTED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]{5}/u;

const isOfOnePiece = (text: string): boolean =>
	WEB_ADDRESS.test(text) ||
	(text.length <= LONGEST_PIECE && wordsOf(text).filter((word) => word.length > 2).length <= MOST_WORDS_OF_PIECE);

/** Whether a text can tell somebody what to do: of several words, or of so long a piece that it may hide some. Dates and numbers cannot. */
export function isFreeText(value: string): boolean {
	const text = value.trim();
	if (!isFilled(text)) return false;
	if (UNPARTED.test(text)) return true;
	return /\s/.test(text) ? (text.match(WORD) ?? []).length > 1 : !isOfOnePiece(text);
}
