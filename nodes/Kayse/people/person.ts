import type { Agreement } from '../../shared/values/agreement';
import { agreementOfNames } from '../../shared/values/names';
import { agreementOfContacts, areAllOther } from './contacts';
import { cannotBeOne, isOtherLastName, isSwapped, type Name } from './names';
import { isFullName, isSameName } from './sameName';

type Members = Record<string, unknown>;

/** The name of a client. */
export const nameOf = ({ first_name, last_name }: Members): Name => ({ first: first_name, last: last_name });

const contactsOf = ({ email, mobile }: Members) => ({ email, mobile });

const agreementOfBoth = (row: Members, client: Members): Agreement =>
	agreementOfContacts(contactsOf(row), contactsOf(client));

/**
 * Whether the client at Kayse seems to be another person than the row's: last name and contact data differ. Without
 * contact data to compare, the first name must differ, too, because last names change at weddings. If email and mobile
 * both differ, the name proves nothing: many people are called Maria Garcia.
 */
export function isOtherPerson(row: Members, client: Members): boolean {
	if (areAllOther(contactsOf(row), contactsOf(client))) return true;
	if (isSwapped(nameOf(row), nameOf(client))) return false;
	switch (agreementOfBoth(row, client)) {
		case 'same':
			return false;
		case 'other':
			return isOtherLastName(row.last_name, client.last_name);
		case 'untold':
			return ['first_name', 'last_name'].every((name) => agreementOfNames(row[name], client[name]) === 'other');
	}
}

/** Whether a row proves that it is about a client, if its ID may come from another system. */
export function isProvenPerson(row: Members, client: Members): boolean {
	const [name, shown] = [nameOf(row), nameOf(client)];
	const contacts = agreementOfBoth(row, client);
	if (contacts === 'same') return !cannotBeOne(name, shown);
	return contacts === 'untold' && isFullName(name) && isFullName(shown) && isSameName(name, shown);
}
