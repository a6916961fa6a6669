import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { AUTO_MAP, DATA_MODE, DEFINE_BELOW, readRow, type RowMember } from '../../../nodes/shared/fields/row';
import { isNothing } from '../../../nodes/shared/values/reading/nothing';
import { itemWith } from '../support/items';
import { failureOf } from '../support/failures';

const members: RowMember[] = [
	{ name: 'fullName', label: 'Full Name', required: true },
	{ name: 'linkedinUrl', label: 'LinkedIn URL', required: true },
	{ name: 'note', label: 'Note', required: false },
];
const text = z.string({ required_error: 'is missing', invalid_type_error: 'must be text' });
const schema = z.object({ fullName: text, linkedinUrl: text, note: text.optional() });

const mapped = (input: Record<string, string | number | null>) => readRow(itemWith({ [DATA_MODE]: AUTO_MAP }, { input }), members, schema);
const defined = (fields: Record<string, unknown>) => readRow(itemWith({ [DATA_MODE]: DEFINE_BELOW, ...fields }), members, schema);
const row = { fullName: 'Jane', linkedinUrl: 'in/jane' };

describe('a row from the input item', () => {
	it.each([
		['linkedinUrl', 'fullName'],
		['LinkedIn URL', 'Full Name'],
		['linkedin_url', 'full_name'],
		['LINKEDIN-URL', 'FULLNAME'],
	])('finds columns as people name them: %s, %s', (url, name) => {
		expect(mapped({ [url]: 'in/jane', [name]: 'Jane' })).toEqual(row);
	});

	it('prefers the exact name', () => {
		expect(mapped({ ...row, Full_Name: 'Somebody else' })).toEqual(row);
		expect(mapped({ Full_Name: 'Somebody else', ...row })).toEqual(row);
	});

	it('leaves out empty cells and other columns', () => {
		expect(mapped({ ...row, note: '', phone: '5' })).toEqual(row);
		expect(mapped({ ...row, note: null })).toEqual(row);
	});

	it('names every field that does not fit, as the input calls it', () => {
		const { kind, message, description } = failureOf(() => mapped({ fullName: 5, note: 7 }));
		expect(kind).toBe('input');
		for (const part of ['"fullName" must be text', '"linkedinUrl" is missing', '"note" must be text']) {
			expect(message).toContain(part);
		}
		expect(description).toContain('linkedinUrl');
	});

	it('is not there for an AI agent’s tool', () => {
		const call = itemWith({}, { isTool: true, input: row });
		expect(failureOf(() => readRow(call, members, schema)).description).toContain('Define Below');
	});

	it('is either right or the item’s own failure', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom('fullName', 'linkedin url', 'note', 'x'), fc.string()), (input) => {
				if (!isNothing(input.fullName) && !isNothing(input['linkedin url'])) {
					expect(mapped(input)).toMatchObject({ fullName: input.fullName, linkedinUrl: input['linkedin url'] });
				} else {
					expect(failureOf(() => mapped(input)).kind).toBe('input');
				}
			}),
		);
	});
});

describe('a row from the node’s fields', () => {
	it('takes required members from their own fields, the others from Additional Fields', () => {
		expect(defined({ ...row, additionalFields: { note: 'n' }, note: 'not this' })).toEqual({ ...row, note: 'n' });
		expect(defined({ ...row, additionalFields: 'nothing' })).toEqual(row);
	});

	it('names fields by their labels', () => {
		expect(failureOf(() => defined({ fullName: 'Jane', linkedinUrl: '' })).message).toBe('"LinkedIn URL" is missing');
	});

	it('serves an AI agent’s tool', () => {
		const call = itemWith({ [DATA_MODE]: DEFINE_BELOW, ...row }, { isTool: true });
		expect(readRow(call, members, schema)).toEqual(row);
	});
});

describe('columns of the same meaning', () => {
	it('an empty column of the exact name does not hide a filled one that means the same', () => {
		expect(mapped({ ...row, fullName: '', 'Full Name': 'Jane' })).toEqual(row);
	});
});
