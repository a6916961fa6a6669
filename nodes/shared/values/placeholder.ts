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

const visible = (text: string): string => text.replace(INVISIBLE, ' ').trim();

/** The words in small letters, one blank between them: `Not_Available` is "not available". */
const plainWords = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

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

/** What stands where an ID is missing, and no system gives as one. */
const NO_ID = new Set([
	// No value.
	...['na', 'n a', 'nil', 'empty', 'blank', 'void', 'missing', 'no', 'yes', 'true', 'false', 'object object'],
	...['no data', 'no id', 'noid', 'no value', 'without id', 'unknown', 'unk', 'unassigned', 'unspecified'],
	...['available', 'applicable', 'assigned', 'defined', 'found', 'given', 'known', 'provided', 'set', 'specified'].map((word) => `not ${word}`),
	...['desconocido', 'desconocida', 'ninguno', 'ninguna', 'sin id', 'inconnu', 'aucun', 'unbekannt', 'keine', 'kein'],
	// To be filled in.
	...['tba', 'tbc', 'tbd', 'to be determined', 'todo', 'pending', 'placeholder', 'default', 'dummy', 'example', 'sample'],
	// The header of its own column.
	...['id', 'your id', 'external id', 'external source id'],
	// Typed while trying something out.
	...['test', 'testing', 'test id', 'foo', 'bar', 'asdf', 'qwerty'],
]);

/** No letter or digit at all, zeros only (also as a UUID), crosses only. */
const FILLER = /^(0*|x{2,})$/i;

/** Whether what should be the ID of a person stands for nobody: a placeholder, `unknown`, `0000`, `test`. Any number of people have it. */
export function isNobodysId(value: unknown): boolean {
	if (isPlaceholder(value)) return true;
	if (typeof value !== 'string' && typeof value !== 'number') return false;
	const text = visible(String(value));
	const words = plainWords(text);
	return text === '-1' || FILLER.test(words.replaceAll(' ', '')) || NO_ID.has(words);
}

/** `1.23457E+11`, `1,2E5`; a code such as `12E4` is none. */
const SCIENTIFIC = /^[+-]?(\d+[.,]\d+e[+-]?\d+|\d+e\+\d+)$/i;

/** A spreadsheet keeps 15 digits and puts zeros behind them. From three zeros on, that is clear. */
const CUT_AFTER_15_DIGITS = /^[1-9]\d{14}0{3,}$/;

/** Whether a number has lost digits on its way, so that others have become equal to it. */
export function isRoundedNumber(value: unknown): boolean {
	if (typeof value === 'number') return Math.abs(value) > Number.MAX_SAFE_INTEGER;
	if (typeof value !== 'string') return false;
	const text = visible(value);
	return SCIENTIFIC.test(text) || CUT_AFTER_15_DIGITS.test(text);
}
