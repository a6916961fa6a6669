import { withoutInvisible } from './invisible';
import { TITLES, unaccented, wordsIn } from './names';
import { visible } from './placeholder';

/** The words of a person's name without titles and punctuation: of "Dr. Dana O’Brien", dana and obrien. */
const partsOfPerson = (name: string): string[] => {
	const words = wordsIn(name, unaccented);
	const untitled = words.filter((word) => !TITLES.has(word));
	return untitled.length > 0 ? untitled : words;
};

/** The name of a campaign or an agent may end in a character that distinguishes it: "C#", "Plan A+". */
const partsOfThing = (name: string): string[] =>
	unaccented(withoutInvisible(name))
		.split(/[\s,]+/)
		.filter((part) => part !== '');

const known = (name: string, isPerson: boolean): string =>
	(isPerson ? partsOfPerson(name).sort() : partsOfThing(name)).join(' ') || visible(name).toLowerCase();

/**
 * Whether two names are equal: in other capitals or accents, and for a person's name, in another order or with a title.
 */
export const isSameName = (one: string, other: string, isPerson = false): boolean =>
	known(one, isPerson) === known(other, isPerson);
