import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Columns, type Meaning } from '../../../nodes/shared/values/columns';
import { KnownColumns } from '../../../nodes/shared/values/knownColumns';
import { failureOf } from '../support/failures';

const known = new KnownColumns([
	{
		program: 'Scraper',
		columns: { name: 'full_name > first_name + last_name', url: 'profile | public_profile > default_profile' },
	},
	{ program: 'CRM', columns: { name: 'First Name + Last Name', url: 'LinkedIn' } },
]);

const find = (input: Record<string, unknown>, field: string, meaning?: Meaning) =>
	new Columns(input).find({ name: field, label: field }, known, meaning);

describe('the column of a field', () => {
	it('is the better one of an export that has several', () => {
		expect(find({ first_name: 'Ann', last_name: 'Example', full_name: 'Ann M. Example' }, 'name')).toMatchObject({
			columns: ['full_name'],
			value: 'Ann M. Example',
		});
		expect(find({ default_profile: 'b', profile: 'a' }, 'url')?.value).toBe('a');
	});

	it('joins several columns, if they have values', () => {
		expect(find({ 'Last Name': 'Example', 'First Name': 'Ann' }, 'name')).toMatchObject({
			columns: ['First Name', 'Last Name'],
			value: 'Ann Example',
		});
		expect(find({ 'Last Name': ' ', 'First Name': 'Ann ' }, 'name')).toMatchObject({
			columns: ['First Name'],
			value: 'Ann',
		});
	});

	it('is not a column with only one of the words', () => {
		for (const column of ['Company LinkedIn', 'company_name', 'name of company', 'LinkedIn of the company', 'urls']) {
			expect(find({ [column]: 'x' }, 'name')).toBeUndefined();
			expect(find({ [column]: 'x' }, 'url')).toBeUndefined();
		}
	});

	it('is refused if two are possible, unless they mean the same', () => {
		const input = { LinkedIn: 'https://x/ann', profile: 'https://x/ann/' };
		expect(failureOf(() => find(input, 'url')).message).toContain(
			'"profile" and "LinkedIn" say different things about "url": "https://x/ann/" and "https://x/ann"',
		);
		const long = { LinkedIn: 'x'.repeat(200), profile: 'ann\u200b\nq' };
		expect(failureOf(() => find(long, 'url')).message).toContain(`: "ann\\u200b⏎q" and "${'x'.repeat(80)}…"`);
		expect(find(input, 'url', (value) => String(value).replace(/\/$/, ''))?.value).toBe('https://x/ann/');
	});

	it('is refused if a better one contradicts it, and wins by its exact name, as the message says', () => {
		const names = { first_name: 'Bob', last_name: 'Sample' };
		expect(failureOf(() => find({ ...names, Name: 'Acme Inc' }, 'name')).message).toContain(
			'"Name", "first_name" and "last_name" say different things about "name"',
		);
		expect(failureOf(() => find({ ...names, full_name: 'Ann Example' }, 'name')).message).toContain(
			'say different things',
		);
		expect(failureOf(() => find({ URL: 'a', profile: 'b' }, 'url')).message).toContain('say different things');
		expect(find({ ...names, name: 'Acme Inc' }, 'name')?.value).toBe('Acme Inc');
		expect(find({ ...names, Name: 'Dr. Bob J. Sample' }, 'name')?.value).toBe('Dr. Bob J. Sample');
		expect(find({ ...names, Name: '' }, 'name')?.value).toBe('Bob Sample');
		expect(find({ URL: 'a', default_profile: 'b' }, 'url')?.value).toBe('a');
	});

	it('is not a column with an impossible value if another has a possible one', () => {
		const isAddress: Meaning = (value) => (String(value).startsWith('https:') ? String(value) : undefined);
		expect(find({ url: 'acme' }, 'url', isAddress)?.value).toBe('acme');
		expect(find({ URL: 'acme', LinkedIn: 'https://x/ann' }, 'url', isAddress)?.columns).toEqual(['LinkedIn']);
	});

	it('does not depend on the order of the columns', () => {
		const cells = fc.dictionary(
			fc.constantFrom('full_name', 'First Name', 'first_name', 'LastName', 'Name', 'name', 'x'),
			fc.constantFrom('Ann', 'Bob', ''),
		);
		const valueOf = (input: Record<string, string>) => {
			try {
				return find(input, 'name')?.value;
			} catch {
				return 'refused';
			}
		};
		fc.assert(
			fc.property(cells, fc.func(fc.nat()), (input, order) => {
				const shuffled = Object.entries(input).sort(([a], [b]) => order(a) - order(b));
				expect(valueOf(Object.fromEntries(shuffled))).toBe(valueOf(input));
			}),
		);
	});
});
