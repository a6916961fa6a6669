import { isPlaceholderId } from '../../shared/values/placeholderId';
import { plainWords } from '../../shared/values/placeholder';
import { SAME_ID_LABEL } from './options';
import { isOtherPerson, isProvenPerson, nameOf } from './person';
import { isSameName } from './sameName';

type Members = Record<string, unknown>;

/** How to distinguish records of one kind, besides by their IDs. */
export interface Distinction {
	/** The name of the difference, as in "another name". */
	word: string;
	/** The members that are compared. */
	members: readonly string[];
	/** Whether two rows with the same ID are about different records. */
	isOther(row: Members, other: Members): boolean;
	/** Advice if they are about the same record, as in "turn on that option". */
	ifSame: string;
	/** Proof that a row is about a record at Kayse, if its ID may come from another system. Missing if Kayse does not show such records. */
	proof?: {
		/** As in "add columns with its full name". */
		word: string;
		isGiven(row: Members, shown: Members): boolean;
	};
	/** Whether the record at Kayse seems to belong to another person, although the row has its ID. */
	isOtherPerson?(row: Members, shown: Members): boolean;
}

const text = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** The values of a record's distinguishing members; '' for missing ones. */
export const partsOf = ({ members }: Distinction, record: Members): string[] =>
	members.map((name) => text(record[name]));

/** The same values as one text, for messages. */
export const nameIn = (distinction: Distinction, record: Members): string =>
	partsOf(distinction, record)
		.filter((part) => part !== '')
		.join(' ');

const TURN_ON_SAME_ID = `turn on the option "${SAME_ID_LABEL}"`;

export const person: Distinction = {
	word: 'name',
	members: ['first_name', 'last_name'],
	isOther: (row, other) => !isSameName(nameOf(row), nameOf(other)),
	ifSame: TURN_ON_SAME_ID,
	proof: { word: 'its full name, or its email or mobile', isGiven: isProvenPerson },
	isOtherPerson,
};

/** Compares a member of two records: "MT-2031-7" and "mt 2031 7" are the same number. */
function compared(name: string, row: Members, other: Members) {
	const [own, others] = [row, other].map((record) => plainWords(text(record[name]).normalize('NFKC')));
	const areTold = own !== '' && others !== '';
	return { isSame: areTold && own === others, isOther: areTold && own !== others };
}

function isProvenCase(row: Members, shown: Members): boolean {
	const number = compared('case_number', row, shown);
	if (number.isSame && !isPlaceholderId(row.case_number)) return true;
	return !number.isOther && compared('name', row, shown).isSame;
}

export const caseNumber: Distinction = {
	word: 'case number',
	members: ['case_number'],
	isOther: (row, other) => compared('case_number', row, other).isOther,
	ifSame: TURN_ON_SAME_ID,
	proof: { word: 'its case number', isGiven: isProvenCase },
};

export const listName: Distinction = {
	word: 'name',
	members: ['name'],
	isOther: (row, other) => compared('name', row, other).isOther,
	ifSame: 'merge the rows before this node',
};
