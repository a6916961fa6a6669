import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { agreementOfContacts } from '../../../nodes/Kayse/identity/contacts';
import { agreementOfNames, isOtherName } from '../../../nodes/Kayse/identity/names';
import { isOtherPerson, mayBePerson } from '../../../nodes/Kayse/identity/person';

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

	it.each([undefined, null, '', ' ', 'N/A', '-', 'undefined'])('%j tells nothing', (nothing) => {
		expect(agreementOfNames('Reyes', nothing)).toBe('untold');
	});

	it('are of one person when they have changed places', () => {
		expect(isOtherName({ first: 'Ada', last: 'Reyes' }, { first: 'REYES', last: 'ada' })).toBe(false);
	});

	it('are the same in any capitals', () => {
		fc.assert(fc.property(fc.stringMatching(/^[A-Za-z]{2,12}( [A-Za-z]{2,12})?$/), (name) => agreementOfNames(name, name.toUpperCase()) !== 'other'));
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

const ada = { first_name: 'Ada', last_name: 'Reyes', email: 'ada@example.org', mobile: '+15555550101', date_of_birth: '1960-01-15' };

describe('a client that Kayse shows', () => {
	it.each<[string, object]>([
		['the last name and the contact data differ', { first_name: 'Bob', last_name: 'Sample', email: 'bob@example.org' }],
		['they do, whatever the first name', { last_name: 'Sample', mobile: '+15125550101' }],
		['both names differ and there is no contact data', { first_name: 'Bob', last_name: 'Sample' }],
	])('is another person: %s', (_, row) => expect(isOtherPerson({ ...row }, ada)).toBe(true));

	it.each<[string, object]>([
		['a married name', { first_name: 'Ada', last_name: 'Miller', email: 'ada@example.org' }],
		['a married name, and nothing else', { first_name: 'Ada', last_name: 'Miller' }],
		['a married name and a new address, born on the same day', { first_name: 'Ada', last_name: 'Miller', email: 'new@example.org', date_of_birth: '1960-01-15' }],
		['a corrected last name alone', { last_name: 'Reiss' }],
		['new contact data', { last_name: 'Reyes', email: 'new@example.org', mobile: '+15125550101' }],
		['other capitals, a new address', { first_name: 'ADA', last_name: 'REYES', email: 'new@example.org' }],
		['placeholders', { first_name: 'N/A', last_name: 'null', email: 'none' }],
		['nothing about the person', { city: 'Trenton' }],
	])('is the same person: %s', (_, row) => expect(isOtherPerson({ ...row }, ada)).toBe(false));

	it('without anything to compare is nobody else', () => {
		expect(isOtherPerson(ada, { first_name: null, last_name: null, email: null, mobile: null })).toBe(false);
	});
});

describe('a client that a column "id" leads to', () => {
	it.each<[boolean, object]>([
		[true, { city: 'Trenton' }],
		[true, { email: 'new@example.org' }],
		[true, { first_name: 'Ada', last_name: 'Miller' }],
		[true, { first_name: 'Bob', last_name: 'Sample', mobile: '555-555-0101' }],
		[true, { last_name: 'REYES', email: 'new@example.org' }],
		[false, { first_name: 'Ann', last_name: 'Example' }],
		[false, { last_name: 'Example' }],
		[false, { first_name: 'Ada', last_name: 'Miller', email: 'new@example.org' }],
		[false, { first_name: 'Bob', last_name: 'Reyes' }],
	])('%p: %j', (fits, row) => expect(mayBePerson({ ...row }, ada)).toBe(fits));
});
