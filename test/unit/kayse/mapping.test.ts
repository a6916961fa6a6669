import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { readMapped } from '../../../nodes/Kayse/input/mapping';
import { client } from '../../../nodes/Kayse/records/client';
import { legalCase } from '../../../nodes/Kayse/records/case';
import { ColumnUse } from '../../../nodes/shared/run/columnUse';
import { failureOf } from '../support/failures';
import { itemWith } from '../support/items';

const fields = { mappingMode: 'autoMapInputData', value: null, schema: [] };

const read = (input: IDataObject, kind = client, further: string[] = []) =>
	readMapped(itemWith({ fields, 'options.defaultCountry': 'US' }, { input }), kind, { parameter: 'fields', further });

const messageOf = (input: IDataObject) => failureOf(() => read(input)).message;

/** What files and people leave around a name. */
const unseen = ['\ufeff', ' ', '\t', '\u00a0', '\u200b', '\u2060', '\u200e', '\u3000', '\u00ad', '\n'];

describe('the column "id"', () => {
	it.each([...unseen.map((sign) => `${sign}id`), ...unseen.map((sign) => `id${sign}`), '\ufeff id \u200b'])(
		'is also %j',
		(column) => {
			expect(read({ [column]: '51', city: 'Austin' }, client, ['id'])).toEqual({ id: 51, city: 'Austin' });
		},
	);

	it.each(['ID', 'Id', 'iD', 'id_', '_id', 'i d', 'client id', 'ID\u200b', '\ufeffID'])(
		'is not %j, a name in other systems',
		(column) => {
			expect(read({ [column]: '51', city: 'Austin' }, client, ['id'])).toEqual({ city: 'Austin' });
		},
	);

	it('is refused if two columns differ, unless one is exactly "id"', () => {
		const { message } = failureOf(() => read({ '\ufeffid': '51', 'id ': '52' }, client, ['id']));
		expect(message).toBe('The input fields "\\ufeffid" and "id " say different things about "ID": "51" and "52"');
		expect(read({ '\ufeffid': '51', 'id ': '51.0' }, client, ['id'])).toEqual({ id: 51 });
		expect(read({ '\ufeffid': '51', id: '52' }, client, ['id'])).toEqual({ id: 52 });
	});
});

const phone = (number: number, label: string, value: string) => ({
	[`Phone ${number} - Label`]: label,
	[`Phone ${number} - Value`]: value,
});
const email = (number: number, label: string, value: string) => ({
	[`E-mail ${number} - Label`]: label,
	[`E-mail ${number} - Value`]: value,
});

const A = '+15125550100';
const B = '+15125550199';

describe('the telephone numbers of Google Contacts', () => {
	it.each([
		...[
			'Mobile',
			'* Mobile',
			'mobile',
			'Main mobile',
			'Work Mobile',
			'Cell',
			'Cell phone',
			'iPhone',
			'Mobil',
			'Móvil',
			'Handy',
			'workMobile',
			'WORK_MOBILE',
		],
	])('the one labelled "%s" is the mobile', (label) => {
		expect(read({ ...phone(1, 'Home', A), ...phone(2, label, B), ...phone(3, 'Work', A) })).toEqual({ mobile: B });
		expect(read({ ...phone(10, label, B), ...phone(2, 'Other', A) })).toEqual({ mobile: B });
	});

	it.each([
		'Work Fax',
		'* Home Fax',
		'Fax',
		'workFax',
		'HOME_FAX',
		'Telefax',
		'Faxnummer',
		'Fax (Mobile)',
		'Pager',
		'Télécopieur',
	])('one labelled "%s" is never the mobile', (label) => {
		expect(read({ ...phone(1, label, A) })).toEqual({});
		expect(read({ ...phone(1, label, A), ...phone(2, 'Home', B) })).toEqual({ mobile: B });
		expect(read({ ...phone(1, label, A), ...phone(2, 'Mobile', B) })).toEqual({ mobile: B });
	});

	it.each(['', 'Home', 'Work', '* Home', 'Main', 'Fairfax office', 'Handyman', 'Immobilien'])(
		'one alone labelled "%s" is the mobile',
		(label) => {
			expect(read({ ...phone(1, label, A) })).toEqual({ mobile: A });
			expect(read({ ...phone(2, label, A), 'Phone 1 - Value': '' })).toEqual({ mobile: A });
		},
	);

	it('have their labels under Type in older exports', () => {
		expect(
			read({ 'Phone 1 - Type': 'Work Fax', 'Phone 1 - Value': A, 'Phone 2 - Type': 'Mobile', 'Phone 2 - Value': B }),
		).toEqual({ mobile: B });
	});

	it('are refused if several could be the mobile', () => {
		const message = `The input fields "Phone 1 - Value" and "Phone 2 - Value" say different things about "Mobile": "${A}" and "${B}"`;
		expect(messageOf({ ...phone(1, 'Home', A), ...phone(2, 'Work', B) })).toBe(message);
		expect(messageOf({ ...phone(1, '* Home', A), ...phone(2, 'Work', B) })).toBe(message);
		expect(messageOf({ ...phone(1, 'Mobile', A), ...phone(2, 'Mobile', B) })).toBe(message);
		expect(messageOf({ 'Phone 1 - Value': A, 'Phone 2 - Value': B })).toBe(message);
		expect(read({ ...phone(1, 'Home', '(512) 555-0100'), ...phone(2, 'Work', A) })).toEqual({ mobile: A });
		expect(read({ ...phone(1, 'Mobile', A), ...phone(2, '* Mobile', B) })).toEqual({ mobile: B });
	});

	it('with one label share one cell', () => {
		expect(messageOf({ ...phone(1, 'Mobile', `${A} ::: ${B}`) })).toBe(
			`The input field "Phone 1 - Value" says different things about "Mobile": "${A}" and "${B}"`,
		);
		expect(messageOf({ ...phone(1, '', `${A} ::: ${B}`) })).toContain('"Phone 1 - Value"');
		expect(read({ ...phone(1, 'Mobile', `${A} ::: (512) 555-0100`) })).toEqual({ mobile: A });
		expect(read({ ...phone(1, 'Mobile', `N/A:::${A}`) })).toEqual({ mobile: A });
		expect(read({ ...phone(1, 'Work Fax', `${A} ::: ${B}`), ...phone(2, 'Mobile', B) })).toEqual({ mobile: B });
		expect(read({ ...phone(1, 'Mobile ::: Work Fax', `${A} ::: ${B}`) })).toEqual({ mobile: A });
		expect(read({ ...phone(1, 'Home ::: * Mobile', `${A} ::: ${B}`) })).toEqual({ mobile: B });
	});

	it('are never a fax, in any order', () => {
		const labels = fc.array(fc.constantFrom('Mobile', 'Home', 'Work Fax', '', '* Work'), {
			minLength: 1,
			maxLength: 5,
		});
		fc.assert(
			fc.property(labels, fc.func(fc.nat()), (chosen, order) => {
				const each = chosen.map((label, index) => phone(index + 1, label, label === 'Work Fax' ? B : A));
				const cells = each.flatMap(Object.entries).sort(([a], [b]) => order(a) - order(b));
				expect(read(Object.fromEntries(cells))).toEqual(
					chosen.every((label) => label === 'Work Fax') ? {} : { mobile: A },
				);
			}),
		);
	});
});

describe('the addresses of Google Contacts', () => {
	it('the e-mail that is marked as the first one is used, and no other', () => {
		expect(read({ ...email(1, 'Work', 'a@example.com'), ...email(2, '* Home', 'b@example.com') })).toEqual({
			email: 'b@example.com',
		});
		expect(read({ ...email(1, '* ', 'a@example.com'), ...email(2, 'Home', 'b@example.com') })).toEqual({
			email: 'a@example.com',
		});
		expect(read({ ...email(2, 'Home', 'b@example.com') })).toEqual({ email: 'b@example.com' });
		expect(read({ ...email(1, 'Work', 'a@example.com'), ...email(2, 'Home', 'A@Example.com') })).toEqual({
			email: 'a@example.com',
		});
		expect(messageOf({ ...email(1, 'Work', 'a@example.com'), ...email(2, 'Home', 'b@example.com') })).toBe(
			'The input fields "E-mail 1 - Value" and "E-mail 2 - Value" say different things about "Email": "a@example.com" and "b@example.com"',
		);
		expect(messageOf({ ...email(1, '* Work', 'a@example.com ::: b@example.com') })).toContain(
			'"E-mail 1 - Value" says different things',
		);
	});

	it('two of one label are not sent as one', () => {
		expect(messageOf({ 'Address 1 - Label': 'Home', 'Address 1 - Street': '1 Main St ::: 2 Oak St' })).toContain(
			'"Address 1 - Street"',
		);
	});

	it('name the used columns, with the label that decided', () => {
		const use = new ColumnUse();
		const columns = {
			offer: (names: readonly string[]) => use.offer(0, names),
			use: (names: readonly string[]) => use.use(names),
			unused: () => use.unusedIn(0),
		};
		const input = { ...phone(1, 'Work Fax', A), ...phone(2, 'Mobile', B) };
		readMapped(itemWith({ fields }, { input, columns }), client, { parameter: 'fields' });
		expect(use.unused(() => true)).toEqual(['Phone 1 - Label', 'Phone 1 - Value']);
	});
});

describe('columns with the same value in two spellings', () => {
	it.each([
		[{ Phone: '+1 512 555 0100', 'Phone Number': '(+1) 512-555-0100' }, { mobile: A }],
		[{ 'Mobile Phone': '512.555.0100', 'Cell Phone': 5125550100 }, { mobile: A }],
		[{ DOB: '1990-01-31', Birthdate: 'Jan 31, 1990' }, { date_of_birth: '1990-01-31' }],
		[{ Birthday: '1/31/1990', 'Birth Date': 32904 }, { date_of_birth: '1990-01-31' }],
		[{ Birthday: '0/0/00', DOB: '1990-01-31' }, { date_of_birth: '1990-01-31' }],
		[{ 'Email Address': 'Ann@Example.com', primary_email_address: 'ann@example.com ' }, { email: 'Ann@Example.com' }],
		[{ 'Date of Birth': '1990-01-31', 'date-of-birth': '31 Jan 1990' }, { date_of_birth: '1990-01-31' }],
		[{ Zip: '78701', 'Zip Code': ' 78701' }, { postal_code: '78701' }],
	])('%j is one value', (input, expected) => {
		expect(read(input)).toEqual(expected);
	});

	it('are compared as yes and no, too', () => {
		expect(read({ 'Is OBO': 'yes', 'IS-OBO': 'TRUE' }, legalCase)).toEqual({ is_obo: true });
	});

	it.each([
		{ Phone: '+1 512 555 0100', 'Phone Number': '+1 512 555 0199' },
		{ Phone: '+1 512 555 0100', 'Phone Number': 'call the office' },
		{ DOB: '1990-01-31', Birthdate: '1990-01-30' },
		{ DOB: '1990-01-31', Birthdate: '1/2/1990' },
	])('%j is refused, because its values differ or cannot be read', (input) => {
		expect(messageOf(input)).toContain('say different things about');
	});
});

describe('exports', () => {
	const person = {
		first_name: 'Dana',
		last_name: 'Reyes',
		email: 'dana@example.com',
		mobile: A,
		date_of_birth: '1990-01-31',
		address_line1: '1 Main St',
		address_line2: 'Apt 2',
		city: 'Austin',
		state: 'TX',
		postal_code: '78701',
	};

	/** Headings in the order of these fields; '' for none. */
	it.each<[program: string, headings: string[]]>([
		[
			'Clio, primary',
			[
				'First Name',
				'Last Name',
				'Primary Email',
				'Primary Phone Number',
				'',
				'Primary Address Street',
				'',
				'Primary Address City',
				'Primary Address State',
				'Primary Address Zip Code',
			],
		],
		[
			'Clio, import template',
			[
				'First Name',
				'Last Name',
				'Primary Email Address',
				'Primary Phone',
				'Date of Birth',
				'Street',
				'',
				'City',
				'State/Province',
				'Zip/Postal Code',
			],
		],
		[
			'Lawmatics',
			[
				'First name',
				'Last name',
				'Email',
				'Phone',
				'Birthdate',
				'Street Address',
				'Street Address 2',
				'City',
				'State',
				'Zip Code',
			],
		],
		['Law Ruler', ['First', 'Last', 'Email1', 'Cell', 'D.O.B.', 'Address1', 'Address2', 'City', 'State', 'Zip']],
		[
			'SmartAdvocate',
			[
				'First Name',
				'Last Name',
				'Email 1',
				'Cell Phone Number',
				'Birth Date',
				'Address 1',
				'Address 2',
				'City',
				'State',
				'Zip Code',
			],
		],
		[
			'Outlook',
			[
				'First Name',
				'Last Name',
				'E-mail Address',
				'Mobile Phone',
				'Birthday',
				'Home Street',
				'Home Street 2',
				'Home City',
				'Home State',
				'Home Postal Code',
			],
		],
		[
			'Outlook, without blanks',
			[
				'FirstName',
				'LastName',
				'EmailAddress',
				'MobilePhone',
				'Birthday',
				'HomeStreet',
				'',
				'HomeCity',
				'HomeState/Province',
				'HomeZip/PostalCode',
			],
		],
		[
			'Google Contacts',
			[
				'First Name',
				'Last Name',
				'E-mail 1 - Value',
				'Phone 1 - Value',
				'Birthday',
				'Address 1 - Street',
				'Address 1 - Extended Address',
				'Address 1 - City',
				'Address 1 - Region',
				'Address 1 - Postal Code',
			],
		],
		[
			'a person, British',
			[
				'Forename',
				'Surname',
				'Mail',
				'Mobile Phone Number',
				'Birth Date',
				'Street 1',
				'Apt/Suite',
				'City',
				'Province',
				'Postcode',
			],
		],
	])('of %s are read', (_program, headings) => {
		const filled = Object.entries(person).filter((_, place) => headings[place] !== '');
		const row = Object.fromEntries(
			Object.values(person).flatMap((value, place) => (headings[place] ? [[headings[place], value]] : [])),
		);
		expect(read(row)).toEqual(Object.fromEntries(filled));
	});

	it('have a second email or telephone number that contradicts nothing', () => {
		expect(read({ Email: 'dana@example.com', 'Personal Email': 'd@example.com', 'Email 1': 'x@example.com' })).toEqual({
			email: 'dana@example.com',
		});
		expect(read({ Mobile: A, 'Phone 1': B, Telephone: B })).toEqual({ mobile: A });
	});

	it('of Outlook have a birthday, and a second line of the home address', () => {
		const row = {
			'Home Street': '1 Main St',
			'Home Street 2': 'Apt 4',
			'Business Street': '2 Work Ave',
			Birthday: '1/31/1990',
			'Home Fax': B,
			'Home Phone': B,
		};
		expect(read(row)).toEqual({ address_line1: '1 Main St', address_line2: 'Apt 4', date_of_birth: '1990-01-31' });
		expect(read({ Birthday: '0/0/00' })).toEqual({});
	});

	it('of Google have a birthday, and a second line of the address', () => {
		const row = {
			Birthday: '1990-01-31',
			'Organization Name': 'Example LLC',
			'Address 1 - Street': '1 Main St',
			'Address 1 - Extended Address': 'Apt 4',
			'Address 2 - Street': '2 Oak St',
		};
		expect(read(row)).toEqual({ address_line1: '1 Main St', address_line2: 'Apt 4', date_of_birth: '1990-01-31' });
	});

	const home = { 'Home Street': '1 Main St', 'Home City': 'Austin', 'Home State': 'TX', 'Home Postal Code': '78701' };
	const business = {
		'Business Street': '2 Work Ave',
		'Business Street 2': 'Floor 3',
		'Business City': 'Troy',
		'Business State': 'NY',
		'Business Postal Code': '12180',
	};
	const HOME = { address_line1: '1 Main St', city: 'Austin', state: 'TX', postal_code: '78701' };
	const BUSINESS = {
		address_line1: '2 Work Ave',
		address_line2: 'Floor 3',
		city: 'Troy',
		state: 'NY',
		postal_code: '12180',
	};

	it('of Outlook and Clio have one address, that of business if no other column has a value', () => {
		expect(read({ ...home, ...business })).toEqual(HOME);
		expect(read(business)).toEqual(BUSINESS);
		expect(read({ 'Home Street': '', 'Home City': 'N/A', 'Home Fax': B, ...business })).toEqual(BUSINESS);
		expect(read({ home_city: '', home_street: ' ', business_street: '2 Work Ave', business_city: 'Troy' })).toEqual({
			address_line1: '2 Work Ave',
			city: 'Troy',
		});
	});

	it('of Outlook and Clio never mix two addresses, for any missing part in the better one', () => {
		const cells = fc.subarray(
			[...Object.entries(home), ['City', 'Dallas'], ['Zip', '75201']] as Array<[string, string]>,
			{ minLength: 1 },
		);
		const ofBusiness = new Set(Object.values(BUSINESS));
		fc.assert(
			fc.property(cells, fc.boolean(), (filled, isClio) => {
				const both = { ...business, ...Object.fromEntries(filled) };
				const named = (name: string) => (isClio ? name.toLowerCase().replaceAll(' ', '_') : name);
				const row = Object.fromEntries(Object.entries(both).map(([name, value]) => [named(name), value]));
				let address: Record<string, unknown> = {};
				try {
					address = read(row);
				} catch (error) {
					expect(String(error)).toContain('different things');
				}
				expect(Object.values(address).filter((value) => ofBusiness.has(String(value)))).toEqual([]);
			}),
		);
	});

	it('of Clio have the number of the matter, or the firm’s own number', () => {
		expect(read({ custom_number: '12' }, legalCase)).toEqual({ case_number: '12' });
		expect(read({ custom_number: '12', 'Display Number': '00012-Example' }, legalCase)).toEqual({
			case_number: '00012-Example',
		});
	});
});
