import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { readRow, type RowKind } from '../../../nodes/shared/fields/row';
import { KnownColumns } from '../../../nodes/shared/values/knownColumns';
import { isNothing } from '../../../nodes/shared/values/reading/nothing';
import { readYesNo } from '../../../nodes/shared/values/reading/yesNo';
import { itemWith } from '../support/items';
import { failureOf } from '../support/failures';

const text = z.string({ required_error: 'is missing', invalid_type_error: 'must be text' });

const people: RowKind<{ fullName: string; linkedinUrl: string; note?: string }> = {
	members: [
		{ name: 'fullName', label: 'Full Name', required: true },
		{ name: 'linkedinUrl', label: 'LinkedIn URL', required: true },
		{ name: 'note', label: 'Note', required: false },
	],
	known: new KnownColumns([
		{ program: 'Acme', columns: { fullName: 'First Name + Last Name', linkedinUrl: 'Profile | Page' } },
	]),
	schema: z.object({ fullName: text, linkedinUrl: text, note: text.optional() }),
};

const mapped = (input: Record<string, string | number | null>, parameters = {}) =>
	readRow(itemWith(parameters, { input }), people);
const below = (value: Record<string, unknown>, rest = {}) =>
	readRow(itemWith({ fields: { mappingMode: 'defineBelow', value } }, rest), people);
const earlier = (fields: Record<string, unknown>, rest = {}) =>
	readRow(itemWith({ dataMode: 'defineBelow', ...fields }, rest), people);
const row = { fullName: 'Jane', linkedinUrl: 'in/jane' };

describe('a row from the input item', () => {
	it.each([
		['linkedinUrl', 'fullName'],
		['LinkedIn URL', 'Full Name'],
		['linkedin_url', 'full_name'],
		['LINKEDIN-URL', 'FULLNAME'],
		['\ufeffLinkedIn URL ', 'Full\u00a0Name'],
	])('finds columns as people name them: %s, %s', (url, name) => {
		expect(mapped({ [url]: 'in/jane', [name]: 'Jane' })).toEqual(row);
	});

	it('is the mode of a node that was saved before mapped fields existed, or was never edited', () => {
		expect(mapped(row, { dataMode: 'autoMapInputData' })).toEqual(row);
		expect(mapped(row, { fields: { mappingMode: 'autoMapInputData', value: null } })).toEqual(row);
	});

	it('prefers the exact name', () => {
		expect(mapped({ ...row, Full_Name: 'Somebody else' })).toEqual(row);
		expect(mapped({ Full_Name: 'Somebody else', ...row })).toEqual(row);
	});

	it('leaves out empty cells and other columns', () => {
		expect(mapped({ ...row, note: '', phone: '5' })).toEqual(row);
		expect(mapped({ ...row, note: null })).toEqual(row);
		expect(mapped({ ...row, note: '  ' })).toEqual(row);
	});

	it('knows the columns of other programs, and joins those that belong together', () => {
		expect(mapped({ 'First Name': ' Jane ', 'Last Name': 'Doe', Profile: 'in/jane' })).toEqual({
			...row,
			fullName: 'Jane Doe',
		});
		expect(mapped({ 'First Name': '', 'Last Name': 'Doe', Profile: 'in/jane' })).toEqual({ ...row, fullName: 'Doe' });
	});

	it('names every unfit field with its label, and with its column if that has another name', () => {
		const { kind, message, description } = failureOf(() => mapped({ fullName: 5, Note: 7 }));
		expect(kind).toBe('input');
		for (const part of ['"fullName" must be text', '"linkedinUrl" is missing', '"Note" must be text']) {
			expect(message).toContain(part);
		}
		expect(description).toContain('input fields Full Name, LinkedIn URL, Note,');
	});

	it('shows the fields of the item when one is missing, and the likely cause', () => {
		const { message, description } = failureOf(() => mapped({ 'Notes:': 'Some words', fullName: '' }));
		expect(message).toBe(
			'Input field "fullName" is missing; input field "linkedinUrl" is missing. The item has "Notes:"; "fullName" is empty',
		);
		expect(description).toContain('lines above the header');
		expect(failureOf(() => mapped({ 'Full Name;Profile': 'Jane;in/jane' })).description).toContain('"Delimiter"');
		expect(failureOf(() => mapped({ 0: 'Jane', 1: 'in/jane' })).description).toContain('"Header Row"');
		expect(failureOf(() => mapped({ fullName: 'Jane', phone: 5 })).description).not.toContain('Extract From File');
	});

	it('is not available to an AI agent’s tool', () => {
		const call = itemWith({}, { isTool: true, input: row });
		expect(failureOf(() => readRow(call, people)).description).toContain('Map Each Column Manually');
	});

	it('is either right or the item’s own failure', () => {
		const cells = fc.dictionary(fc.constantFrom('fullName', 'linkedin url', 'note', 'x'), fc.string());
		fc.assert(
			fc.property(cells, (input) => {
				const { fullName = '', 'linkedin url': url = '' } = input;
				if (!isNothing(fullName) && !isNothing(url)) {
					expect(mapped(input)).toMatchObject({ fullName, linkedinUrl: url });
				} else {
					expect(failureOf(() => mapped(input)).kind).toBe('input');
				}
			}),
		);
	});
});

describe('a row of mapped fields', () => {
	it('takes the set fields, and leaves out empty ones', () => {
		expect(below({ ...row, note: '' })).toEqual(row);
		expect(below({ ...row, note: 'n' })).toEqual({ ...row, note: 'n' });
	});

	it('names fields by their labels', () => {
		expect(failureOf(() => below({ fullName: 'Jane', linkedinUrl: null })).message).toBe('"LinkedIn URL" is missing');
	});

	it('serves an AI agent’s tool', () => {
		expect(below(row, { isTool: true })).toEqual(row);
	});
});

describe('a row from the fields of an earlier version', () => {
	it('takes required members from their own fields, the others from Additional Fields', () => {
		expect(earlier({ ...row, additionalFields: { note: 'n' }, note: 'not this' })).toEqual({ ...row, note: 'n' });
		expect(earlier({ ...row, additionalFields: 'nothing' })).toEqual(row);
	});

	it('names fields by their labels', () => {
		expect(failureOf(() => earlier({ fullName: 'Jane', linkedinUrl: '' })).message).toBe('"LinkedIn URL" is missing');
	});

	it('serves an AI agent’s tool', () => {
		expect(earlier(row, { isTool: true })).toEqual(row);
	});
});

describe('an item without anything', () => {
	it('is refused, and the message shows it', () => {
		expect(failureOf(() => mapped({ fullName: '', linkedinUrl: '  ', note: null })).message).toContain(
			'no fields with a value',
		);
		expect(failureOf(() => mapped({})).message).toContain('The item has no fields');
	});
});

describe('columns of the same meaning', () => {
	it('are distinguished by the values that are read from them', () => {
		const answer = { name: 'ongoing', label: 'Ongoing', required: false, read: readYesNo };
		const kind = { members: [answer], known: new KnownColumns([]), schema: z.object({ ongoing: z.boolean() }) };
		const read = (input: Record<string, string>) => readRow(itemWith({}, { input }), kind);
		expect(read({ Ongoing: 'yes', ONGOING: 'TRUE' })).toEqual({ ongoing: true });
		expect(failureOf(() => read({ Ongoing: 'yes', ONGOING: 'no' })).message).toContain('"Ongoing" and "ONGOING"');
		expect(failureOf(() => read({ Ongoing: 'yes', ONGOING: 'perhaps' })).message).toContain('"Ongoing" and "ONGOING"');
	});

	it('give way to the exact name, also with marks of a file around it', () => {
		expect(
			mapped({
				'\ufefffullName': 'Jane',
				'Full Name': 'Somebody else',
				'linkedinUrl\u00a0': 'in/jane',
				Profile: 'in/john',
			}),
		).toEqual(row);
	});

	it('an empty column of the exact name does not hide a filled one that means the same', () => {
		expect(mapped({ ...row, fullName: '', 'Full Name': 'Jane' })).toEqual(row);
	});

	it('are refused by name where they differ', () => {
		const { message } = failureOf(() => mapped({ fullName: 'Jane', Page: 'in/jane', Profile: 'in/john' }));
		expect(message).toBe(
			'The input fields "Profile" and "Page" say different things about "LinkedIn URL": "in/john" and "in/jane"',
		);
		expect(mapped({ fullName: 'Jane', Page: 'in/jane', Profile: 'in/jane ' })).toMatchObject({ fullName: 'Jane' });
	});

	it('do not contradict the field’s exact name, but another spelling of it', () => {
		expect(mapped({ fullName: 'Jane', linkedinUrl: 'in/jane', Profile: 'in/john' })).toEqual(row);
		expect(() => mapped({ fullName: 'Jane', 'LinkedIn URL': 'in/jane', Profile: 'in/john' })).toThrow(
			'"LinkedIn URL" and "Profile" say different things',
		);
	});
});
