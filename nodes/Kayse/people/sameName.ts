import { GENERATIONS, TITLES, unaccented, wordsIn } from '../../shared/values/names';
import type { Name } from './names';

/** Writes "Müller" as "mueller"; the other spelling without the sign is "muller". */
const WRITTEN_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

const writtenOut = (text: string): string =>
	unaccented(
		text
			.normalize('NFC')
			.toLowerCase()
			.replace(/[äöüøå]/g, (letter) => WRITTEN_OUT[letter] ?? letter),
	);

const isTitle = (word: string): boolean => TITLES.has(word);

/** One of the two fields of a name. */
interface Part {
	isTold: boolean;
	/** Without titles and spaces: "De La Cruz" is "delacruz". */
	text: string;
}

interface Spelling {
	titles: string;
	/** The words of both fields, sorted. */
	words: string;
	first: Part;
	last: Part;
}

const sorted = (words: string[]): string => [...words].sort().join(' ');

function spelled({ first, last }: Name, inLetters: (text: string) => string): Spelling {
	const [ofFirst, ofLast] = [first, last].map((field) =>
		wordsIn(field, inLetters).map((word) => GENERATIONS[word] ?? word),
	);
	const part = (words: string[] = []): Part => ({
		isTold: words.length > 0,
		text: words.filter((word) => !isTitle(word)).join(''),
	});
	const all = [...(ofFirst ?? []), ...(ofLast ?? [])];
	return {
		titles: sorted(all.filter(isTitle)),
		words: sorted(all.filter((word) => !isTitle(word))),
		first: part(ofFirst),
		last: part(ofLast),
	};
}

const agree = (one: Part, other: Part): boolean => !one.isTold || !other.isTold || one.text === other.text;

const areToldAndEqual = (one: Part, other: Part): boolean => one.isTold && other.isTold && one.text === other.text;

function areEqual(one: Spelling, other: Spelling): boolean {
	if (one.titles !== '' && other.titles !== '' && one.titles !== other.titles) return false;
	if (one.words !== '' && one.words === other.words) return true;
	const haveChangedPlaces = areToldAndEqual(one.first, other.last) && areToldAndEqual(one.last, other.first);
	return haveChangedPlaces || (agree(one.first, other.first) && agree(one.last, other.last));
}

/**
 * Whether two names are the same, except for capitals, accents, spaces, signs, order of words, or a missing title. A
 * missing part makes no difference.
 */
export function isSameName(one: Name, other: Name): boolean {
	const spellings = (name: Name) => [unaccented, writtenOut].map((inLetters) => spelled(name, inLetters));
	return spellings(one).some((these) => spellings(other).some((those) => areEqual(these, those)));
}

/** Whether a name has first and last name, even in one field. */
export const isFullName = (name: Name): boolean => spelled(name, unaccented).words.includes(' ');
