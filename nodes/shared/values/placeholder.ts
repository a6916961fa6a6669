/** What programs write where they have no value, whatever stands around it: `(none)`, `<null>`, `[NaN]`. */
const NOTHING = new Set(['null', 'none', 'nan', 'undefined']);

/** "N/A" in its spellings. "Na" is a name, and so may "N A" be. */
const NOT_AVAILABLE = /^[#(<[]*n\s*[/\\.]\s*a\.?[)>\]]*$/i;

/** The other errors of a spreadsheet, in English and German. */
const SPREADSHEET_ERROR = /^#(nv|ref|value|wert|name|null|num|zahl|div\/0|spill|calc|bezug|error)[!?]?$/i;

/** What pandas writes for no value and no date. "Nat" is a name. */
const PANDAS = /^(<[nN][aA]>|NaT)$/;

/** Blanks, marks of direction and the like. */
const INVISIBLE = /[\p{Cf}\s]+/gu;

/** A text as it is seen: single blanks, none around it. */
export const visible = (text: string): string => text.replace(INVISIBLE, ' ').trim();

/** The words in small letters, one blank between them: `Not_Available` is "not available". */
export const plainWords = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

const isSign = (text: string): boolean =>
	/^\p{Pd}+$/u.test(text) || NOT_AVAILABLE.test(text) || SPREADSHEET_ERROR.test(text) || PANDAS.test(text) || NOTHING.has(plainWords(text));

/**
 * Whether a whole cell says that there is no value: `N/A`, `#REF!`, `-`, `null`, and `undefined undefined`, which an expression
 * makes of two missing names. "Dana Null" is a value. Empty cells are for `isFilled`.
 */
export function isPlaceholder(value: unknown): boolean {
	if (typeof value === 'number') return Number.isNaN(value);
	if (typeof value !== 'string') return false;
	const text = visible(value);
	return isSign(text) || text.split(' ').every(isSign);
}
