import { describe, expect, it } from '@jest/globals';

import { focusComments } from '../../../scripts/export/code/comments';
import { focusCode } from '../../../scripts/export/code/focus';

const isForeign = (text: string): boolean => /acme/i.test(text);
const isOwn = (text: string): boolean => /bolt/i.test(text);

/** A file without Acme, in one line. @param gone what other files export no longer, by the import */
const focused = (code: string, { path = 'sandbox/a.ts', gone = {} as Record<string, 'all' | string[]> } = {}) => {
	const { text, ...rest } = focusCode(path, code, {
		isForeign,
		goneFrom: (specifier) => {
			const names = gone[specifier] ?? [];
			return names === 'all' ? names : new Set(names);
		},
	});
	return { ...rest, text: text.replace(/\s+/g, ' ').trim() };
};

const focusedText = (...args: Parameters<typeof focused>): string => focused(...args).text;

describe('code for one vendor', () => {
	it('has no entry of a list about another vendor', () => {
		expect(focusedText(`export const all = [{ name: 'Acme' }, { name: 'Bolt' }];`)).toBe(
			`export const all = [ { name: 'Bolt' }];`,
		);
		expect(focusedText(`export const all = ['bolt', 'acme'];`)).toBe(`export const all = ['bolt'];`);
		expect(focusedText(`export type Name = 'bolt' | 'acme';`)).toBe(`export type Name = 'bolt';`);
	});

	it('loses the whole row of a table, not only a cell', () => {
		expect(focusedText(`export const rows = [['Acme', 1], ['Bolt', 2]];`)).toBe(`export const rows = [ ['Bolt', 2]];`);
	});

	it('has no member with the name of another vendor', () => {
		expect(focusedText('export interface Sandbox { acme: { key: string }; bolt: { key: string } }')).toBe(
			'export interface Sandbox { bolt: { key: string } }',
		);
		expect(focusedText(`export const at = { acme: { url: 'a' }, bolt: { url: 'b' } };`)).toBe(
			`export const at = { bolt: { url: 'b' } };`,
		);
	});

	it('loses unused code, and code that needs removed code', () => {
		const code = `
			import { Acme, key } from './acme';
			import { Bolt } from './bolt';
			import { join } from 'node:path';
			const folder = join('a', 'b');
			const one = new Acme(folder);
			const two = new Bolt();
			export const both = [one, two];`;
		expect(focusedText(code, { gone: { './acme': 'all' } })).toBe(
			`import { Bolt } from './bolt'; const two = new Bolt(); export const both = [ two];`,
		);
	});

	it('loses a function that needs removed code, and reports that to its importers', () => {
		const { text, goneExports } = focused(`
			export function keyOf() { const { key } = acme(); return key; }
			export const other = 1;`);
		expect(text).toBe('export const other = 1;');
		expect([...goneExports]).toEqual(['keyOf']);
	});

	it('loses an imported name that another file no longer exports', () => {
		expect(focusedText(`export { one, two } from './both';`, { gone: { './both': ['one'] } })).toBe(
			`export { two } from './both';`,
		);
	});

	it('is left out when it would be empty', () => {
		expect(focused(`import { a } from './a'; export const acme = a;`).isEmpty).toBe(true);
	});
});

describe('tests for one vendor', () => {
	const path = 'test/unit/a.test.ts';

	it('are complete or absent: none passes because a line is missing', () => {
		const code = `
			describe('both', () => {
				it('does it with one', () => { const made = bolt(); expect(made).toBe(1); });
				it('does it with the other', () => { const made = acme(); expect(made).toBe(1); });
			});`;
		expect(focusedText(code, { path })).toBe(
			`describe('both', () => { it('does it with one', () => { const made = bolt(); expect(made).toBe(1); }); });`,
		);
	});

	it('go with their helper that needs removed code', () => {
		const code = `
			function made() { acme.start(); return bolt(); }
			it('uses it', () => expect(made()).toBe(1));
			it('does not', () => expect(bolt()).toBe(1));`;
		expect(focusedText(code, { path })).toBe(`it('does not', () => expect(bolt()).toBe(1));`);
	});

	it('go when the list of their cases is empty', () => {
		expect(focused(`it.each(['acme'])('%s', () => {});`, { path }).text).toBe('');
	});

	it('prepare and tidy up the remaining tests', () => {
		const code = `
			beforeAll(() => { acme.start(); bolt.start(); });
			it('runs', () => expect(bolt.runs).toBe(true));`;
		expect(focusedText(code, { path })).toBe(
			`beforeAll(() => { bolt.start(); }); it('runs', () => expect(bolt.runs).toBe(true));`,
		);
	});
});

describe('comments for one vendor', () => {
	it.each([
		['/** Of both. Acme has three. */', '/** Of both. */'],
		['// Acme has three.', ''],
		['// Of both.', '// Of both.'],
	])('%s', (comment, left) => {
		expect(focusComments(`${comment}\nconst a = 1;`, { isForeign, isOwn })).toBe(`${left}\nconst a = 1;`);
	});
});
