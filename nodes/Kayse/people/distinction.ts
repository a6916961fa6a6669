import { isPlaceholderId } from '../../shared/values/placeholderId';
import { plainWords } from '../../shared/values/placeholder';
import { SAME_ID_LABEL } from './options';
import { isOtherPerson, isProvenPerson, nameOf } from './person';
import { isSameName } from './sameName';

type Members = Record<string, unknown>;

/** How records of one kind are told from each other, besides by their IDs. */
export interface Distinction {
	/** What tells them apart, as in "another name". */
	word: string;
	/** The members that say so. */
	members: readonly string[];
	/** Two rows of one ID are about different records. */
	isOther(row: Members, other: Members): boolean;
	/** What to do where they are about one record all the same, as in "turn on that option". */
	ifSame: string;
	/** How a row can prove that it is about a record of Kayse, where its ID may be another system's; absent where Kayse shows none. */
	proof?: {
		/** As in "add columns with its full name". */
		word: string;
		isGiven(row: Members, shown: Members): boolean;
	};
	/** The record at Kayse seems to be of somebody else, although its ID is given. */
	isOtherPerson?(row: Members, shown: Members): boolean;
}

const text = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** What a record is called, by each member that tells it from others; '' for one that it does not have. */
export const partsOf = ({ members }: Distinction, record: Members): string[] =>
	members.map((name) => text(record[name]));

/** The same for messages. */
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

/** Whether two records say the same of themselves, or not: "MT-2031-7" and "mt 2031 7" are one number. */
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
