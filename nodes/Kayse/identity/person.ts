import { agreementOfContacts } from './contacts';
import { agreementOfNames, isSwapped, type Name } from './names';

type Members = Record<string, unknown>;

export const nameOf = ({ first_name, last_name }: Members): Name => ({ first: first_name, last: last_name });

/** What a row and a client of Kayse say of each other. */
function compared(row: Members, client: Members) {
	const swapped = isSwapped(nameOf(row), nameOf(client));
	const first = swapped ? 'same' : agreementOfNames(row.first_name, client.first_name);
	const last = swapped ? 'same' : agreementOfNames(row.last_name, client.last_name);
	const contacts = agreementOfContacts(
		{ email: row.email, mobile: row.mobile },
		{ email: client.email, mobile: client.mobile },
	);
	return { first, last, contacts, isBornOnSameDay: dayOf(row) !== '' && dayOf(row) === dayOf(client) };
}

/** Kayse may show a day with a time. */
const dayOf = ({ date_of_birth: day }: Members): string => (typeof day === 'string' ? day.slice(0, 10) : '');

/**
 * Whether a client whose ID is known seems to be somebody else than the row tells of: last name and contact data differ. Where
 * there is no contact data to compare, the first name must differ, too: people marry.
 */
export function isOtherPerson(row: Members, client: Members): boolean {
	const { first, last, contacts, isBornOnSameDay } = compared(row, client);
	if (last !== 'other' || contacts === 'same' || (first === 'same' && isBornOnSameDay)) return false;
	return contacts === 'other' || first === 'other';
}

/** Whether a client may be the one that a row tells of, where nothing but a number that may mean something else leads to it. */
export function mayBePerson(row: Members, client: Members): boolean {
	const { first, last, contacts } = compared(row, client);
	if (contacts === 'same') return true;
	if (first === 'other') return false;
	return last !== 'other' || (first === 'same' && contacts === 'untold');
}
