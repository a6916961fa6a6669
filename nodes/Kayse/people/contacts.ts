import { together, type Agreement } from '../../shared/values/agreement';
import { isPlaceholderId } from '../../shared/values/placeholderId';

export interface Contacts {
	email: unknown;
	mobile: unknown;
}

/** In small letters; '' for an address that many records have instead of none. */
function addressOf(email: unknown): string {
	if (typeof email !== 'string') return '';
	const address = email.replace(/[\p{Cf}\s]+/gu, '').toLowerCase();
	return isPlaceholderId(address) ? '' : address;
}

const FEWEST_DIGITS = 7;

/** The digits without trunk zeros; '' for what is no number, or is one digit over and over. */
function digitsOf(mobile: unknown): string {
	if (typeof mobile !== 'string' && typeof mobile !== 'number') return '';
	const digits = String(mobile).replace('(0)', '').replace(/\D/g, '').replace(/^0+/, '');
	return digits.length < FEWEST_DIGITS || /^(\d)\1*$/.test(digits) ? '' : digits;
}

const agreementOf = (one: string, other: string, isSame: boolean): Agreement => {
	if (one === '' || other === '') return 'untold';
	return isSame ? 'same' : 'other';
};

/** A number with country code is the same as without. */
function agreements(one: Contacts, other: Contacts): Agreement[] {
	const [address, otherAddress] = [addressOf(one.email), addressOf(other.email)];
	const [digits, otherDigits] = [digitsOf(one.mobile), digitsOf(other.mobile)];
	return [
		agreementOf(address, otherAddress, address === otherAddress),
		agreementOf(digits, otherDigits, digits.endsWith(otherDigits) || otherDigits.endsWith(digits)),
	];
}

/** Whether two people can be reached in the same way. */
export const agreementOfContacts = (one: Contacts, other: Contacts): Agreement => together(agreements(one, other));

/** Whether nothing is left of the ways in which somebody could be reached. */
export const areAllOther = (one: Contacts, other: Contacts): boolean =>
	agreements(one, other).every((agreement) => agreement === 'other');
