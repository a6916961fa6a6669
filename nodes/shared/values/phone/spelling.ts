import { looksLikeDate, mayBeDate } from './dates';

/** Digits as they would be dialed, without the characters between them. */
export interface Digits {
	digits: string;
	/** Whether a plus comes before them. */
	isInternational: boolean;
	/** The digits without a zero in brackets, as in "+34 (0)91". */
	withoutZero?: string;
}

/** A place between the digits, where the text may divide into a number and something else. */
export interface Cut {
	before: Digits;
	/** As it is written. */
	written: string;
	between: string;
	after: string;
}

/** A person's text, as far as it may be one number. */
export interface Spelled extends Digits {
	cuts: Cut[];
	/** The digits with the zeros that were taken for a spreadsheet's, if they may belong to the number. */
	withZeros?: string;
	mayBeDate: boolean;
}

/** A person's text that is not a number, or more than one. */
export type Flaw =
	| { kind: 'extension' | 'unreadable'; part: string }
	| { kind: 'several' | 'rounded' | 'hidden' | 'fax' | 'date' | 'fraction' };

/** Fewest digits that count as a second number. */
const WHOLE = 7;

const digitCount = (text: string): number => text.replace(/\D/g, '').length;

/** Digits of Arabic and Persian keyboards; Unicode converts full-width digits itself. */
const plainDigit = (digit: string): string => String((digit.charCodeAt(0) - 0x0660) % 0x90);

/**
 * Marks that Unicode's plain form would hide: "²" and "①" mark a footnote, and would become a digit; a line through a
 * number cancels it.
 */
const MARKED = /\p{No}|[\u0335-\u0338\u20d2\u20e0\u20e5]/u;

/** One spelling of each character, without invisible ones. Line breaks and tabs stay, because they separate numbers. */
const plainText = (text: string): string =>
	text
		.normalize('NFKC')
		.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, plainDigit)
		.replace(/[\p{Cf}\p{M}]/gu, '')
		.replace(/[\p{Zs}\t]+/gu, (gap) => (gap.includes('\t') ? '\n' : ' '))
		.trim();

/**
 * A spreadsheet's marks for "this is text", as in '+1... and ="+1...", and pictures of telephones and places. Other
 * pictures may mean no.
 */
const withoutMarks = (text: string): string =>
	text.replace(/^[='"`´‘’“”\s☎☏✆📞📱📲🕻🕽🕾🕿🖁🏠🏢💼]+|(?<!['"`´‘’“”\s])['"`´‘’“”\s]+$/gu, '');

/** "tel:+1-512-555-0100" */
const LINK = /^(?:tel|callto|sms|whatsapp):(?:\/\/)?/i;

const percentDecoded = (text: string): string =>
	text.replace(/%(2[0-9b-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

const KIND =
	'(?:(?:tele?(?:ph?one?)?|phone|ph|mob(?:ile?)?|cell(?:ular|phone)?|handy|home|work|office|main|direct|business)(?: number)?|number)';
/**
 * "Phone: 512…", "Tel. No.: 512…", and "p:+1512…" of Facebook's lead forms. A "no" alone may mean that the number must
 * not be called.
 */
const BEFORE = new RegExp(`^(?:${KIND}(?:\\.?\\s+n[or](?=[.:#]))?(?:\\s*[.:#]+\\s*|\\s+)|[chmoptw]\\s*:\\s*)`, 'i');
/** "512… (mobile)", and "512… ext." of an export without extension. */
const AFTER = new RegExp(`(?:\\(\\s*(?:${KIND}|[chmoptw])\\.?\\s*\\)|[\\s-]${KIND}|\\b(?:ext|extension)[.:]?)$`, 'i');
const FAX = /\bfax\b|^f\s*:/i;

/** A number that a spreadsheet has shortened to the width of its column. */
const ROUNDED = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;
/** "15125550100.0", "+43 664123456.0" */
const FRACTION = /[.,](0+)$/;
const LAST_DIGITS = /(?<!\d)\d+(?=[\s)\]}]*$)/;
/** "15,125,550,100", "+1,202,555,0177" */
const THOUSANDS = /^\+?\d{1,3}(?:,\d{3,4}){2,}$/;
/** "512-555-XXXX", "#######", "512 555 01.." */
const HIDDEN = /x{2,}|\dx$|#{2,}|_{2,}|[•●]{2,}|[*?]|\.{2,}/i;

const EXTENSION_NAME =
	'(?:e?xt(?:ensi[oó]n|ensão|n)?|anexo|ramal|int(?:erno?)?|poste|durchwahl|dw|klappe|nebenstelle|doorkies(?:nr|nummer)?|toestel|ankn|lokal|alanumero|wewn?|linka|mellék|dahili|доб(?:авочный)?|внутр(?:енний)?|εσωτ|分[机機]|[内內][线線]|내선|[x#~])';
const EXTENSION = new RegExp(
	`(?:${EXTENSION_NAME}[\\s.:=,-]*(?:#\\s*)?\\d{1,9}#?|[,;]\\s*\\d{1,6}#?|[\\s-]\\d{1,6}#|[([{]\\s*\\d{1,6}\\s*[)\\]}])\\s*\\)?$`,
	'iu',
);

function extensionIn(text: string): string | undefined {
	const found = EXTENSION.exec(text);
	if (!found || digitCount(text.slice(0, found.index)) < WHOLE) return undefined;
	return found[0].replace(/^[\s,;([{-]+|(?<![\s)\]}])[\s)\]}]+$/g, '');
}

/** Separators between two numbers, which are rare between the digits of one. */
const BETWEEN = /[,;|&\n\r\u2028\u2029]|:{2,}|\s(?:or|and|oder|und|ou|et|o|y|e)\s/i;
/** Those that are never followed by more digits of the same number: "901820 or 21" is two. */
const OR = /[|&]|:{2,}|\s(?:or|and|oder|und|ou|et|o|y|e)\s/i;

/** Separators that are also usual within one number: "030/901820" is one. */
const SLASH = /[/\\]/;

const parts = (text: string, between: RegExp | string, digits: number): number =>
	text.split(between).filter((part) => digitCount(part) >= digits).length;

function holdsSeveral(text: string): boolean {
	const [first = '', ...others] = text.split(OR);
	return (
		(digitCount(first) >= WHOLE && others.some((other) => /\d/.test(other))) ||
		parts(text, BETWEEN, WHOLE) > 1 ||
		parts(text, '+', WHOLE) > 1 ||
		parts(text, SLASH, WHOLE + 1) > 1 ||
		parts(text, /\s/, WHOLE + 3) > 1
	);
}

/** Separators between the digits of one number. */
const WITHIN = '\\s\\p{Pd}.\u00b7\u2022\u2043\u02d7\u2212\u30fc()[\\]{}/_';
const SEPARATORS = new RegExp(`[${WITHIN}]+`, 'gu');
const OTHERS = new RegExp(`[^${WITHIN}\\d+]+`, 'u');

const ZERO = /[([]\s*0\s*[)\]](?=.*\d)/s;

/** "+0044…" and "+00 44…" mean the plus. */
const joined = (text: string): string => text.replace(SEPARATORS, '').replace(/^\+00(?=[1-9])/, '+');

function digitsIn(text: string): Digits | undefined {
	const [, plus, digits] = /^(\+?)(\d+)$/.exec(joined(text)) ?? [];
	if (digits === undefined) return undefined;
	return {
		digits,
		isInternational: plus === '+',
		...(ZERO.test(text) && { withoutZero: joined(text.replace(ZERO, '')).replace('+', '') }),
	};
}

function cutsOf(text: string): Cut[] {
	return [...text.matchAll(SEPARATORS)].flatMap(({ 0: between, index }) => {
		const written = text.slice(0, index);
		const before = digitsIn(written);
		const after = joined(text.slice(index + between.length));
		return before && after !== '' ? { before, written, between, after } : [];
	});
}

const withoutThousands = (text: string): string => (THOUSANDS.test(text) ? text.replaceAll(',', '') : text);

/**
 * Without the ".0" that table programs write after a number. If it may be a group of the number's digits, these are
 * returned, too.
 */
function withoutFraction(text: string): { text: string; withZeros?: string } | Flaw {
	const found = FRACTION.exec(text);
	if (!found) return { text: withoutThousands(text) };
	const [, zeros = ''] = found;
	const written = text.slice(0, found.index);
	const [run = ''] = LAST_DIGITS.exec(written) ?? [];
	if (run === '') return { text: withoutThousands(text) };
	const before = withoutThousands(written);
	const isGrouped = /[.,]/.test(before);
	if (isGrouped && zeros.length === 1) return { kind: 'fraction' };
	if (!isGrouped && (zeros.length === 1 || run.length >= WHOLE)) return { text: before };
	if (!isGrouped && zeros.length === 2 && digitCount(before) >= WHOLE)
		return { text: before, withZeros: joined(before + zeros).replace('+', '') };
	return { text };
}

function numberIn(text: string, withZeros: string | undefined): Spelled | Flaw {
	if (looksLikeDate(text)) return { kind: 'date' };
	if (HIDDEN.test(text)) return { kind: 'hidden' };
	if (holdsSeveral(text)) return { kind: 'several' };
	// A text that ends only in this character has no extra digits.
	if (text.endsWith('#') && digitCount(text) <= WHOLE + 4) return { kind: 'unreadable', part: '#' };
	const extension = extensionIn(text);
	if (extension !== undefined) return { kind: 'extension', part: extension };
	const digits = digitsIn(text);
	if (!digits) return { kind: 'unreadable', part: OTHERS.exec(text)?.[0] ?? text };
	return { ...digits, cuts: cutsOf(text), mayBeDate: mayBeDate(text), ...(withZeros !== undefined && { withZeros }) };
}

/** Finds the digits of the one telephone number in a text. */
export function spelledNumber(text: string): Spelled | Flaw {
	const marked = MARKED.exec(text)?.[0];
	if (marked !== undefined) return { kind: 'unreadable', part: marked };
	const plain = withoutMarks(plainText(text));
	const linked = LINK.test(plain) ? percentDecoded(plain.replace(LINK, '')) : plain;
	if (FAX.test(linked)) return { kind: 'fax' };
	const named = linked
		.replace(BEFORE, '')
		.replace(AFTER, '')
		.replace(/(?<![\s,;])[\s,;]+$|(?<=\d)\.$/, '');
	if (ROUNDED.test(named)) return { kind: 'rounded' };
	if (looksLikeDate(named)) return { kind: 'date' };
	const whole = withoutFraction(named);
	if ('kind' in whole) return whole;
	return numberIn(whole.text, whole.withZeros);
}
