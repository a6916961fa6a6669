import { UNSEEN } from './unseen';

/** Words that programs write for a missing value, with any marks around them: `(none)`, `<null>`, `[NaN]`. */
const NOTHING = new Set(['null', 'none', 'nan', 'undefined']);

/** "N/A" in its spellings. "Na" is a name, and so may "N A" be. */
const NOT_AVAILABLE = /^[#(<[]*n\s*[/\\.\u2044\u2215]\s*a\.?[)>\]]*$/i;

/** Errors of spreadsheets: `#N/D`, `#NV` and `#####` of a narrow column; LibreOffice has some of its own. */
const SPREADSHEET_ERROR =
	/^(?:#(?:n\/[abdv]|i\/t|н\/д|nv|yok|hiányzik|není_k_dispozici|getting_data|¡?ref|value|wert|name|null|num|zahl|div\/0|spill|calc|bezug|error)[!?]?|#{2,}|err:\d{3}|=na\(\))$/iu;

/** The others, in any language: `#¡VALOR!`, `#BLOCKED!`. */
const CAPITALS_WITH_MARK = /^#[¡¿]?[\p{Lu}_]+(?:\/0)?[!?]$/u;

/** Values of pandas and databases for no value and no date. "Nat" is a name. */
const PROGRAMS = /^(<[nN][aA]>|NaT|\\N)$/;

const DASHES = /^[\p{Pd}\u02d7\u2043\u2212\u2796]+$/u;

/** Blanks, marks of direction and the like. */
const INVISIBLE = new RegExp(`[${UNSEEN}]+`, 'gu');

/** A text as a reader sees it: single blanks, none around it. */
export const visible = (text: string): string => text.replace(INVISIBLE, ' ').trim();

/** The words in lower case, one blank between them: `Not_Available` is "not available". */
export const plainWords = (text: string): string =>
	text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/** Longer than any word for "no value". */
const LONG = 50;

/** Beginnings that no word for "no value" has. Most cells have one, so they need no closer check. */
const BEGINS_A_VALUE = /^[\da-df-mo-tv-z]/i;

/** Any number of dashes, or a mark in any width; a spreadsheet may have put its apostrophe before it. */
function isSign(word: string): boolean {
	const text = word.replace(/^['’]/, '');
	if (DASHES.test(text)) return true;
	if (text.length > LONG) return false;
	const plain = text.normalize('NFKC');
	return (
		NOT_AVAILABLE.test(plain) ||
		SPREADSHEET_ERROR.test(plain) ||
		CAPITALS_WITH_MARK.test(plain) ||
		PROGRAMS.test(plain) ||
		NOTHING.has(plainWords(plain))
	);
}

/**
 * Whether a whole cell means "no value": `N/A`, `#REF!`, `-`, `null`, and `undefined undefined` from two missing names
 * in an expression. "Dana Null" is a value. Empty cells are for `isFilled`.
 */
export function isPlaceholder(value: unknown): boolean {
	if (typeof value === 'number') return Number.isNaN(value);
	if (typeof value !== 'string') return false;
	if (BEGINS_A_VALUE.test(value)) return false;
	const text = visible(value);
	return isSign(text) || text.split(' ').every(isSign);
}
