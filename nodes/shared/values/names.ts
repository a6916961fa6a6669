import type { Agreement } from './agreement';
import { isPlaceholder } from './placeholder';

/** Letters that Unicode does not decompose. */
const LETTERS: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ı: 'i',
};

const ACCENTS = /[\u0300-\u036f]/g;

/** In lower case without accents. */
export const unaccented = (text: string): string =>
	text
		.normalize('NFKD')
		.toLowerCase()
		.replace(ACCENTS, '')
		.replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter);

/** "Müller", "Muller" and "Mueller" are the same, and so are "Joe" and "Jo". */
const folded = (text: string): string => unaccented(text).replace(/([aou])e/g, '$1');

/** Titles and suffixes that do not make another person. */
export const TITLES = new Set([
	'mr',
	'mrs',
	'ms',
	'miss',
	'mx',
	'herr',
	'frau',
	'senor',
	'senora',
	'sra',
	'mme',
	'mlle',
	'dr',
	'prof',
	'rev',
	'hon',
	'esq',
	'phd',
	'md',
]);

/** Words that distinguish a father from his son. */
export const GENERATIONS: Readonly<Record<string, string>> = {
	jr: 'jr',
	junior: 'jr',
	sr: 'sr',
	senior: 'sr',
	ii: 'ii',
	iii: 'iii',
	iv: 'iv',
};

/** The words of a name: "Mr. O’Brien-Díaz, Jr." is mr, obrien, diaz and jr. A placeholder has none. */
export function wordsIn(name: unknown, inLetters = folded): string[] {
	if (typeof name !== 'string' || isPlaceholder(name)) return [];
	const words = inLetters(name)
		.replace(/[\p{Cf}'’‘`´.]/gu, '')
		.split(/[^\p{L}\p{M}\p{N}]+/u);
	return words.filter((word) => word !== '');
}

/** The words of a name without titles. */
export const partsOf = (name: unknown): string[] => wordsIn(name).filter((word) => !TITLES.has(word));

const generationOf = (parts: string[]): string | undefined =>
	parts.map((part) => GENERATIONS[part]).find((known) => known !== undefined);

/** An initial matches any name that begins with it. */
const isSamePart = (one: string, other: string): boolean =>
	one === other || (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other));

const withoutGeneration = (parts: string[]): string[] => parts.filter((part) => GENERATIONS[part] === undefined);

/** Whether two names may be of one person: other capitals, accents or blanks, shortened, or a part of a double name. */
export function agreementOfNames(one: unknown, other: unknown, isSame = isSamePart): Agreement {
	const [these, those] = [partsOf(one), partsOf(other)];
	const [generation, otherGeneration] = [generationOf(these), generationOf(those)];
	if (generation !== undefined && otherGeneration !== undefined && generation !== otherGeneration) return 'other';
	const [own, others] = [withoutGeneration(these), withoutGeneration(those)];
	if (own.length === 0 || others.length === 0) return 'untold';
	const isWithin = (some: string[], all: string[]): boolean =>
		some.every((part) => all.some((word) => isSame(part, word)));
	return own.join('') === others.join('') || isWithin(own, others) || isWithin(others, own) ? 'same' : 'other';
}
