import { agreementOfNames, partsOf, wordsIn } from '../../shared/values/names';

export interface Name {
	first: unknown;
	last: unknown;
}

const isWhole = (one: string, other: string): boolean => one === other;

/** Whether two last names differ. An initial or a title may stand for another name, too, so it does not count as the same. */
export function isOtherLastName(one: unknown, other: unknown): boolean {
	const [these, those] = [wordsIn(one).join(' '), wordsIn(other).join(' ')];
	return these !== '' && those !== '' && these !== those && agreementOfNames(one, other, isWhole) !== 'same';
}

const inOrder = ({ first, last }: Name): string => [...partsOf(first), ...partsOf(last)].sort().join(' ');

/** Whether first and last name have changed places, or are in one field. */
export const isSwapped = (one: Name, other: Name): boolean => inOrder(one) !== '' && inOrder(one) === inOrder(other);

/** Whether two names cannot belong to one person, even if they are not written exactly. */
export const cannotBeOne = (one: Name, other: Name): boolean =>
	!isSwapped(one, other) &&
	(agreementOfNames(one.first, other.first) === 'other' || agreementOfNames(one.last, other.last) === 'other');
