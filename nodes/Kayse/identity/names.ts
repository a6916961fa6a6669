import { isPlaceholder } from '../../shared/values/placeholder';
import type { Agreement } from './agreement';

export interface Name {
	first: unknown;
	last: unknown;
}

/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

const ACCENTS = /[\u0300-\u036f]/g;

/** In small letters without accents; "Müller", "Muller" and "Mueller" are one. */
const folded = (text: string): string =>
	text
		.normalize('NFKD')
		.toLowerCase()
		.replace(ACCENTS, '')
		.replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
		.replace(/([aou])e/g, '$1');

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'esq', 'phd', 'md']);

/** What tells a father from his son. */
const GENERATIONS: Readonly<Record<string, string>> = { jr: 'jr', junior: 'jr', sr: 'sr', senior: 'sr', ii: 'ii', iii: 'iii', iv: 'iv' };

/** The parts of a name: "O’Brien-Díaz, Jr." is obrien, diaz and jr. What is a placeholder has none. */
function partsOf(name: unknown): string[] {
	if (typeof name !== 'string' || isPlaceholder(name)) return [];
	const parts = folded(name).replace(/[\p{Cf}'’‘`´.]/gu, '').split(/[^\p{L}\p{M}\p{N}]+/u);
	return parts.filter((part) => part !== '' && !TITLES.has(part));
}

const generationOf = (parts: string[]): string | undefined => parts.map((part) => GENERATIONS[part]).find((known) => known !== undefined);

/** An initial stands for any name that begins with it. */
const isSamePart = (one: string, other: string): boolean =>
	one === other || (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other));

const isWithin = (some: string[], all: string[]): boolean => some.every((part) => all.some((other) => isSamePart(part, other)));

const withoutGeneration = (parts: string[]): string[] => parts.filter((part) => GENERATIONS[part] === undefined);

/** Whether two names may be one: in other capitals, accents or blanks, shortened, or as part of a double name. */
export function agreementOfNames(one: unknown, other: unknown): Agreement {
	const [these, those] = [partsOf(one), partsOf(other)];
	const [generation, otherGeneration] = [generationOf(these), generationOf(those)];
	if (generation !== undefined && otherGeneration !== undefined && generation !== otherGeneration) return 'other';
	const [own, others] = [withoutGeneration(these), withoutGeneration(those)];
	if (own.length === 0 || others.length === 0) return 'untold';
	return own.join('') === others.join('') || isWithin(own, others) || isWithin(others, own) ? 'same' : 'other';
}

const inOrder = ({ first, last }: Name): string => [...partsOf(first), ...partsOf(last)].sort().join(' ');

/** First and last name have changed places, or stand in one field. */
export const isSwapped = (one: Name, other: Name): boolean => inOrder(one) !== '' && inOrder(one) === inOrder(other);

/** Whether two names are of different people, as far as names tell. */
export const isOtherName = (one: Name, other: Name): boolean =>
	!isSwapped(one, other) &&
	(agreementOfNames(one.first, other.first) === 'other' || agreementOfNames(one.last, other.last) === 'other');
