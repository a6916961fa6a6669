import { isOtherName } from './names';
import { isOtherPerson, mayBePerson, nameOf } from './person';

type Members = Record<string, unknown>;

/** How records of one kind are told from each other, besides by their IDs. */
export interface Distinction {
	/** What tells them apart, as in "another name". */
	word: string;
	/** The same of one record, for messages; '' when it has none. */
	nameOf(record: Members): string;
	/** Two rows of one ID are about different records. */
	isOther(row: Members, other: Members): boolean;
	/** The record at Kayse may be the one that a row tells of, where its ID may be another system's. */
	mayBe(row: Members, shown: Members): boolean;
	/** The record at Kayse seems to be of somebody else, although its ID is given. */
	isOtherPerson?(row: Members, shown: Members): boolean;
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

export const person: Distinction = {
	word: 'name',
	nameOf: ({ first_name, last_name }) => [text(first_name), text(last_name)].filter((part) => part !== '').join(' '),
	isOther: (row, other) => isOtherName(nameOf(row), nameOf(other)),
	mayBe: mayBePerson,
	isOtherPerson,
};

/** "MT-2031-7" and "mt 2031 7" are one number. */
const numberIn = ({ case_number }: Members): string => text(case_number).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

function isOtherNumber(row: Members, other: Members): boolean {
	const [own, others] = [numberIn(row), numberIn(other)];
	return own !== '' && others !== '' && own !== others;
}

export const caseNumber: Distinction = {
	word: 'case number',
	nameOf: ({ case_number }) => text(case_number),
	isOther: isOtherNumber,
	mayBe: (row, shown) => !isOtherNumber(row, shown),
};
