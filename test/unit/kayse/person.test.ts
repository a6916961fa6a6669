import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { agreementOfContacts } from '../../../nodes/Kayse/people/contacts';
import { cannotBeOne } from '../../../nodes/Kayse/people/names';
import { isOtherPerson, isProvenPerson } from '../../../nodes/Kayse/people/person';
import { isSameName } from '../../../nodes/Kayse/people/sameName';
import { agreementOfNames } from '../../../nodes/shared/values/names';

describe('two names', () => {
	it.each([
		['Reyes', 'REYES'],
		[' Reyes ', 'reyes\u200b'],
		['García', 'Garcia'],
		['José', 'Jose\u0301'],
		['Müller', 'Mueller'],
		['Groß', 'GROSS'],
		['Sørensen', 'Soerensen'],
		['O’Brien', 'OBrien'],
		["O'Brien", 'O Brien'],
		['De La Cruz', 'Delacruz'],
		['de la Cruz', 'Cruz'],
		['Reyes', 'Reyes-Miller'],
		['García López', 'Garcia'],
		['Ann', 'A.'],
		['Ann', 'Ann Marie'],
		['Dr. Ann', 'Mrs Ann'],
		['Smith', 'Smith Jr.'],
		['田中', '田中'],
	])('%j and %j are the same', (one, other) => {
		expect([agreementOfNames(one, other), agreementOfNames(other, one)]).toEqual(['same', 'same']);
	});

	it.each([
		['Reyes', 'Miller'],
		['Ann', 'Bob'],
		['Mary Ann', 'Mary Beth'],
		['de la Cruz', 'de la Rosa'],
		['Smith Jr.', 'Smith Sr.'],
		['Smith II', 'Smith Junior'],
		['राम', 'रमा'],
		['山田', '田中'],
	])('%j and %j are not', (one, other) => {
		expect([agreementOfNames(one, other), agreementOfNames(other, one)]).toEqual(['other', 'other']);
	});

	it.each([undefined, null, '', ' ', 'N/A', '-', 'undefined'])('%j is not evidence', (nothing) => {
		expect(agreementOfNames('Reyes', nothing)).toBe('untold');
	});

	it('belong to one person when they have changed places', () => {
		expect(cannotBeOne({ first: 'Ada', last: 'Reyes' }, { first: 'REYES', last: 'ada' })).toBe(false);
	});

	it('are the same in any capitals', () => {
		fc.assert(
			fc.property(
				fc.stringMatching(/^[A-Za-z]{2,12}( [A-Za-z]{2,12})?$/),
				(name) => agreementOfNames(name, name.toUpperCase()) !== 'other',
			),
		);
	});
});

/** First and last name, with a bar between them. */
const name = (text: string) => {
	const [first, last] = text.split('|');
	return { first, last };
};

const isSameBothWays = (one: string, other: string) => [
	isSameName(name(one), name(other)),
	isSameName(name(other), name(one)),
];

describe('the names of two rows', () => {
	it.each([
		['Ada|Reyes', 'ADA|reyes'],
		[' Ada |Reyes', 'Ada\u200b|Reyes'],
		['José|García', 'Jose|Garcia'],
		['Max|Müller', 'MAX|MUELLER'],
		['Max|Müller', 'Max|Muller'],
		['Max|Groß', 'Max|Gross'],
		['Pat|O’Brien-Díaz', "Pat|O'Brien Diaz"],
		['Ada|De La Cruz', 'Ada|Delacruz'],
		['Ada|Reyes', 'Reyes|Ada'],
		['Ada|Reyes', 'Reyes, Ada|'],
		['Ada|De La Cruz', 'Delacruz|Ada'],
		['John|Smith', 'Mr John|Smith'],
		['Smith|John', 'Mr Smith|John'],
		['Ann|Example', 'Ann|Example, Esq.'],
		['John|Smith Jr.', 'John|Smith Junior'],
		['John A.|Smith', 'John A|Smith'],
		['Ada|Reyes', '|Reyes'],
		['Ada|', '|Reyes'],
		['|', 'Ada|Reyes'],
		['Ada|N/A', 'Ada|Reyes'],
		['李|明', '明|李'],
	])('%j and %j are the same', (one, other) => expect(isSameBothWays(one, other)).toEqual([true, true]));

	it.each([
		['Mr|Smith', 'Mrs|Smith'],
		['Mr.|Smith', 'Ms.|Smith'],
		['Mr|Smith', 'Ann|Smith'],
		['Mr & Mrs|Smith', 'Mr|Smith'],
		['Mr John|Smith', 'Mrs John|Smith'],
		['Herr|Weber', 'Frau|Weber'],
		['Señor|Diaz', 'Señora|Diaz'],
		['John|Smith', 'John|Smith Jr.'],
		['John|Smith Sr.', 'John|Smith Jr.'],
		['John III|Smith', 'John|Smith'],
		['Sam|Jones I', 'Sam|Jones II'],
		['J.|Smith', 'Jane|Smith'],
		['J|Smith', 'John|Smith'],
		['John|S', 'John|Smith'],
		['Maria|Lopez', 'Ana Maria|Lopez'],
		['Ann|Example', 'Ann M.|Example'],
		['明|李', '明华|李'],
		['민|김', '민수|김'],
		['Joe|Smith', 'Jo|Smith'],
		['Sue|Li', 'Su|Li'],
		['Michael|Katz', 'Michal|Katz'],
		['Baby|Smith', 'Baby 2|Smith'],
		['Child 1|Smith', 'Child 2|Smith'],
		['John & Mary|Smith', 'John|Smith'],
		['Estate of John|Smith', 'John|Smith'],
		['Ann|Alee', 'Anna|Lee'],
		['Ann|', 'Bob|Example'],
		['Ada|Reyes', 'Ada|Reyes-Miller'],
	])('%j and %j are not', (one, other) => expect(isSameBothWays(one, other)).toEqual([false, false]));

	it('are not the same if any word is missing', () => {
		const word = fc
			.stringMatching(/^[a-z]{3,9}$/)
			.filter(
				(text) =>
					![
						'prof',
						'rev',
						'hon',
						'esq',
						'phd',
						'miss',
						'herr',
						'frau',
						'mrs',
						'mme',
						'mlle',
						'sra',
						'senor',
						'senora',
						'nan',
						'null',
						'none',
						'undefined',
					].includes(text),
			);
		fc.assert(
			fc.property(
				fc.uniqueArray(word, { minLength: 2, maxLength: 4 }),
				word,
				fc.nat(3),
				([last = '', ...first], added, place) => {
					const longer = [...first.slice(0, place), added, ...first.slice(place)];
					return !isSameName({ first: first.join(' '), last }, { first: longer.join(' '), last });
				},
			),
		);
	});
});

describe('the contact data of two people', () => {
	const contacts = (email?: unknown, mobile?: unknown) => ({ email, mobile });

	it.each([
		[contacts('Ann@Example.org '), contacts('ann@example.org'), 'same'],
		[contacts(undefined, '+1 (512) 555-0100'), contacts(undefined, '5125550100'), 'same'],
		[contacts(undefined, '+44 (0)20 7946 0958'), contacts(undefined, '020 7946 0958'), 'same'],
		[contacts('new@example.org', '+15125550100'), contacts('ann@example.org', '+15125550100'), 'same'],
		[contacts('new@example.org', '+15125550100'), contacts('ann@example.org', '+15125550199'), 'other'],
		[contacts('ann@example.org'), contacts('bob@example.org'), 'other'],
		[contacts('ann@example.org'), contacts(null, '+15125550100'), 'untold'],
		[contacts('ann@example.org'), contacts(null, null), 'untold'],
		[contacts('nan', 'None'), contacts('nan', 'None'), 'untold'],
		[contacts('noemail@example.org'), contacts('noemail@example.org'), 'untold'],
		[contacts(undefined, '0000000000'), contacts(undefined, '0000000000'), 'untold'],
		[contacts(undefined, '999-999-9999'), contacts(undefined, '9999999999'), 'untold'],
	])('%j and %j: %s', (one, other, agreement) => {
		expect([agreementOfContacts(one, other), agreementOfContacts(other, one)]).toEqual([agreement, agreement]);
	});
});

const ada = {
	first_name: 'Ada',
	last_name: 'Reyes',
	email: 'ada@example.org',
	mobile: '+12025550101',
	date_of_birth: '1960-01-15',
};

describe('a client that Kayse shows', () => {
	it.each<[string, object]>([
		['the last name and the contact data differ', { first_name: 'Bob', last_name: 'Sample', email: 'bob@example.org' }],
		['they do, whatever the first name', { last_name: 'Sample', mobile: '+15125550101' }],
		[
			'they do, and the first name and the day of birth agree',
			{ first_name: 'Ada', last_name: 'Sample', email: 'new@example.org', date_of_birth: '1960-01-15' },
		],
		['an initial is no last name', { first_name: 'Ada', last_name: 'R', email: 'new@example.org' }],
		['a title is none', { first_name: 'Ada', last_name: 'Dr.', email: 'new@example.org' }],
		[
			'email and mobile differ, whatever the name',
			{ first_name: 'Ada', last_name: 'Reyes', email: 'new@example.org', mobile: '+15125550101' },
		],
		['both names differ and there is no contact data', { first_name: 'Bob', last_name: 'Sample' }],
	])('is another person: %s', (_, row) => expect(isOtherPerson({ ...row }, ada)).toBe(true));

	it.each<[string, object]>([
		['a married name', { first_name: 'Ada', last_name: 'Miller', email: 'ada@example.org' }],
		['a married name, and nothing else', { first_name: 'Ada', last_name: 'Miller' }],
		['a corrected last name alone', { last_name: 'Reiss' }],
		['a double name, a new address', { first_name: 'Ada', last_name: 'Reyes-Miller', email: 'new@example.org' }],
		['first and last name in each other’s place', { first_name: 'Reyes', last_name: 'Ada', email: 'new@example.org' }],
		['an initial, with the same mobile', { last_name: 'R', email: 'new@example.org', mobile: '+12025550101' }],
		['a new address', { last_name: 'Reyes', email: 'new@example.org' }],
		['other capitals, a new address', { first_name: 'ADA', last_name: 'REYES', email: 'new@example.org' }],
		['placeholders', { first_name: 'N/A', last_name: 'null', email: 'none' }],
		['nothing about the person', { city: 'Trenton' }],
	])('is the same person: %s', (_, row) => expect(isOtherPerson({ ...row }, ada)).toBe(false));

	it('without data to compare counts as the same person', () => {
		expect(isOtherPerson(ada, { first_name: null, last_name: null, email: null, mobile: null })).toBe(false);
	});
});

describe('a client that a column "id" leads to', () => {
	it.each<[boolean, object]>([
		[true, { first_name: 'Ada', last_name: 'Reyes', city: 'Trenton' }],
		[true, { first_name: 'REYES', last_name: 'ada' }],
		[true, { first_name: 'A.', last_name: 'Reyes', email: 'ADA@example.org' }],
		[true, { email: 'ada@example.org', city: 'Trenton' }],
		[true, { email: 'new@example.org', mobile: '202-555-0101' }],
		[true, { first_name: 'Ada', last_name: 'Reyes', email: 'new@example.org', mobile: '202-555-0101' }],
		[false, { city: 'Trenton' }],
		[false, { email: 'bob@example.org' }],
		[false, { mobile: '+15125550101' }],
		[false, { first_name: 'Ada' }],
		[false, { last_name: 'Reyes' }],
		[false, { first_name: 'A.', last_name: 'Reyes' }],
		[false, { first_name: 'Ada', last_name: 'Miller' }],
		[false, { last_name: 'REYES', email: 'new@example.org' }],
		[false, { first_name: 'Ada', last_name: 'Reyes', email: 'new@example.org' }],
		[false, { first_name: 'Bob', last_name: 'Reyes', email: 'ada@example.org' }],
		[false, { first_name: 'Bob', last_name: 'Sample', mobile: '202-555-0101' }],
		[false, { date_of_birth: '1960-01-15' }],
	])('is proven: %p (%j)', (isProven, row) => expect(isProvenPerson({ ...row }, ada)).toBe(isProven));

	it('is not proven by fields that Kayse does not show', () => {
		expect(isProvenPerson({ first_name: 'Ada', last_name: 'Reyes' }, { first_name: 'Ada', last_name: null })).toBe(
			false,
		);
	});
});
