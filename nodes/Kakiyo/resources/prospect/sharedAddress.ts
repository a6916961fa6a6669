import { invalidInput } from '../../../shared/contract/failure';
import { shown } from '../../../shared/values/shown';
import type { ProspectRow } from './row';

interface Met {
	name: string;
	index: number;
}

const ACCENTS = /[\u0300-\u036f]/g;

/** The words of a name without capitals, accents and punctuation. */
const wordsOf = (name: string): string[] =>
	name.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(/['’‘`´.]/g, '').split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');

/** Whether two names may be one person's: in another order, with or without blanks, or with more to one of them. */
export function mayBeSameName(one: string, other: string): boolean {
	const [these, those] = [wordsOf(one), wordsOf(other)];
	const isWithin = (some: string[], all: string[]) => some.every((word) => all.includes(word));
	return isWithin(these, those) || isWithin(those, these) || these.join('') === those.join('');
}

/**
 * For one run: finds people of another name at an address that was met before, as when it was pasted down a column. One of them would
 * be lost, as an address is sent once.
 */
export function oneNameForEachAddress(): (row: ProspectRow, index: number) => void {
	const met = new Map<string, Met>();
	return ({ name, url }, index) => {
		const first = met.get(url);
		if (!first) met.set(url, { name, index });
		else if (!mayBeSameName(name, first.name)) {
			throw invalidInput(
				`Item ${first.index} has the same LinkedIn profile "${url}" and another name, "${shown(first.name)}" instead of "${shown(name)}"`,
				'An address leads to one person, so one of the two would not be contacted. Correct the address of this item. If both are the same person, give both the same name.',
			);
		}
	};
}
