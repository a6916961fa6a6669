/** What a person wrote, as far as it is one number: its digits, whatever stands between them. */
export interface Spelled {
	digits: string;
	/** A plus stands before them. */
	isInternational: boolean;
	/** The digits without a zero in brackets, as in "+34 (0)91". */
	withoutZero?: string;
}

/** What a person wrote that is no number, or more than one. */
export type Flaw =
	| { kind: 'extension' | 'unreadable'; part: string }
	| { kind: 'several' | 'rounded' | 'hidden' | 'fax' };

/** Fewest digits that pass for a number of their own beside another one. */
const WHOLE = 7;

const digitCount = (text: string): number => text.replace(/\D/g, '').length;

/** Digits of Arabic and Persian keyboards; those of other widths are plain ones to Unicode already. */
const plainDigit = (digit: string): string => String((digit.charCodeAt(0) - 0x0660) % 0x90);

/** One way to write each sign, and none that is not seen. Line breaks stay, as they part numbers. */
const plainText = (text: string): string =>
	text
		.normalize('NFKC')
		.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, plainDigit)
		.replace(/[\p{Cf}\p{M}]/gu, '')
		.replace(/[\p{Zs}\t]+/gu, ' ')
		.trim();

/** A spreadsheet's marks for "this is text", as in '+1... and ="+1...", and pictures of telephones. */
const withoutMarks = (text: string): string => text.replace(/^[='"`´‘’“”\s\p{Extended_Pictographic}]+|['"`´‘’“”\s]+$/gu, '');

/** "tel:+1-512-555-0100" */
const LINK = /^(?:tel|callto|sms|whatsapp):(?:\/\/)?/i;

const percentDecoded = (text: string): string => text.replace(/%(2[0-9b-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

const KIND = '(?:tele?(?:ph?one?)?|phone(?: number)?|ph|mob(?:ile?)?|cell(?:ular|phone)?|handy|home|work|office|main|direct|business|number|no)';
/** "Phone: 512…", and "p:+1512…" of Facebook's lead forms. */
const BEFORE = new RegExp(`^(?:${KIND}(?:\\s*[.:#]+\\s*|\\s+)|[chmoptw]\\s*:\\s*)`, 'i');
/** "512… (mobile)", and "512… ext." of an export without extension. */
const AFTER = new RegExp(`\\s*(?:\\(\\s*(?:${KIND}|[chmoptw])\\.?\\s*\\)|[\\s-]${KIND}|[\\s,;-]*\\b(?:ext|extension)[.:]?)$`, 'i');
const FAX = /\bfax\b|^f\s*:/i;

/** A number that a spreadsheet shows in as few digits as its column is wide. */
const ROUNDED = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;
/** "15125550100.0" */
const FLOAT = /^(\+?\d{7,})[.,]0{1,2}$/;
/** "15,125,550,100" */
const THOUSANDS = /^\+?\d{1,3}(?:,\d{3}){2,}$/;
/** "512-555-XXXX", "#######", "512 555 01.." */
const HIDDEN = /x{2,}|\dx$|#{2,}|_{2,}|[•●]{2,}|[*?]|\.{2,}/i;

const EXTENSION_NAME = '(?:e?xt(?:ensi[oó]n|n)?|anexo|ramal|interno|int|poste|durchwahl|dw|доб|[x#~])';
const EXTENSION = new RegExp(`[\\s,;(-]*(?:${EXTENSION_NAME}[\\s.:=,#-]*\\d{1,9}#?|(?:,+|;)\\s*\\d{1,6}#?|[\\s-]\\d{1,6}#)\\s*\\)?$`, 'iu');

function extensionIn(text: string): string | undefined {
	const found = EXTENSION.exec(text);
	if (!found || digitCount(text.slice(0, found.index)) < WHOLE) return undefined;
	return found[0].replace(/^[\s,;(-]+|[\s)]+$/g, '');
}

/** What people put between two numbers, and hardly ever between the digits of one. */
const BETWEEN = /[,;|&\n\r\u2028\u2029]|:{2,}|\s{3,}|\s(?:or|and|oder|und|ou|et|o|y|e)\s/i;

/** What they put there as well: "030/901820" is one number. */
const SLASH = /[/\\]/;

const parts = (text: string, between: RegExp | string, digits: number): number =>
	text.split(between).filter((part) => digitCount(part) >= digits).length;

const holdsSeveral = (text: string): boolean =>
	parts(text, BETWEEN, WHOLE) > 1 || parts(text, '+', WHOLE) > 1 || parts(text, SLASH, WHOLE + 1) > 1 || parts(text, /\s/, WHOLE + 3) > 1;

/** What people put between the digits of one number. */
const WITHIN = '\\s\\p{Pd}.\u00b7\u2022\u2043\u02d7\u2212\u30fc()[\\]{}/_';
const SEPARATORS = new RegExp(`[${WITHIN}]+`, 'gu');
const OTHERS = new RegExp(`[^${WITHIN}\\d+]+`, 'u');

const ZERO = /[([]\s*0\s*[)\]]/;

/** "+0044…" and "+00 44…" mean the plus. */
const digitsOf = (text: string): string => text.replace(SEPARATORS, '').replace(/^\+00(?=[1-9])/, '+');

function digitsIn(text: string): Spelled | Flaw {
	const [, plus, digits] = /^(\+?)(\d+)$/.exec(digitsOf(text)) ?? [];
	if (digits === undefined) return { kind: 'unreadable', part: OTHERS.exec(text)?.[0] ?? text };
	return {
		digits,
		isInternational: plus === '+',
		...(ZERO.test(text) && { withoutZero: digitsOf(text.replace(ZERO, '')).replace('+', '') }),
	};
}

/** Finds the digits of the one telephone number in a text. */
export function spelledNumber(text: string): Spelled | Flaw {
	const plain = withoutMarks(plainText(text));
	const linked = LINK.test(plain) ? percentDecoded(plain.replace(LINK, '')) : plain;
	if (FAX.test(linked)) return { kind: 'fax' };
	const named = linked.replace(BEFORE, '').replace(AFTER, '').replace(/[\s,;]+$|(?<=\d)\.$/, '');
	if (ROUNDED.test(named)) return { kind: 'rounded' };
	const whole = THOUSANDS.test(named) ? named.replaceAll(',', '') : named.replace(FLOAT, '$1');
	if (HIDDEN.test(whole)) return { kind: 'hidden' };
	if (holdsSeveral(whole)) return { kind: 'several' };
	const extension = extensionIn(whole);
	return extension === undefined ? digitsIn(whole) : { kind: 'extension', part: extension };
}
