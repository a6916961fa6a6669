import { together, type Agreement } from '../../shared/values/agreement';
import { isPlaceholderId } from '../../shared/values/placeholderId';

export interface Contacts {
	email: unknown;
	mobile: unknown;
}

/** The address in lower case; '' for a placeholder that many records share. */
function addressOf(email: unknown): string {
	if (typeof email !== 'string') return '';
	const address = email.replace(/[\p{Cf}\s]+/gu, '').toLowerCase();
	return isPlaceholderId(address) ? '' : address;
}

const FEWEST_DIGITS = 7;

/** The digits without leading zeros; '' if it cannot be a number, or repeats one digit. */
function digitsOf(mobile: unknown): string {
	if (typeof mobile !== 'string' && typeof mobile !== 'number') return '';
	const digits = String(mobile).replace('(0)', '').replace(/\D/g, '').replace(/^0+/, '');
	return digits.length < FEWEST_DIGITS || /^(\d)\1*$/.test(digits) ? '' : digits;
}

const agreementOf = (one: string, other: string, isSame: boolean): Agreement => {
	if (one === '' || other === '') return 'untold';
	return isSame ? 'same' : 'other';
};

/** A number with country code equals the same number without. */
function agreements(one: Contacts, other: Contacts): Agreement[] {
	const [address, otherAddress] = [addressOf(one.email), addressOf(other.email)];
	const [digits, otherDigits] = [digitsOf(one.mobile), digitsOf(other.mobile)];
	return [
		agreementOf(address, otherAddress, address === otherAddress),
		agreementOf(digits, otherDigits, digits.endsWith(otherDigits) || otherDigits.endsWith(digits)),
	];
}

/** Whether contact data of two people agree. */
export const agreementOfContacts = (one: Contacts, other: Contacts): Agreement => together(agreements(one, other));

/** Whether email and mobile both differ. */
export const areAllOther = (one: Contacts, other: Contacts): boolean =>
	agreements(one, other).every((agreement) => agreement === 'other');
