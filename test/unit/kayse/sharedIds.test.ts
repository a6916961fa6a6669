import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { SharedIds } from '../../../nodes/Kayse/identity/sharedIds';
import { client } from '../../../nodes/Kayse/records/client';
import { recordStatements } from '../../../nodes/shared/memory/recordStatements';
import { failureOf } from '../support/failures';

interface Row {
	source: string;
	first: string;
}

/** The messages of the rows that are refused, by index. */
function refusals(rows: Row[], isSame = false): Map<number, string> {
	const ids = new SharedIds(recordStatements({}, '', 0), client);
	const refused = new Map<number, string>();
	rows.forEach(({ source, first }, index) => {
		const values = { external_source: 'import', external_source_id: source, first_name: first, last_name: 'Example' };
		try {
			ids.check({ id: undefined, values, isSame }, index);
		} catch (error) {
			refused.set(index, String(error));
		}
	});
	return refused;
}

const PEOPLE = ['Ann', 'Bob', 'Cal'];
const SPELLINGS = [
	(name: string) => name,
	(name: string) => name.toUpperCase(),
	(name: string) => ` ${name} `,
	(name: string) => `${name}.`,
	(name: string) => `Dr. ${name}`,
];

const row = fc.record({
	source: fc.constantFrom('1', '2', '3'),
	person: fc.constantFrom(...PEOPLE),
	spell: fc.constantFrom(...SPELLINGS),
});

describe('rows that share an ID', () => {
	it('belong to the first person; others are refused, with the item that has it', () => {
		fc.assert(
			fc.property(fc.array(row, { maxLength: 30 }), (drawn) => {
				const owners = new Map<string, { person: string; index: number }>();
				drawn.forEach(({ source, person }, index) => owners.has(source) || owners.set(source, { person, index }));
				const refused = refusals(drawn.map(({ source, person, spell }) => ({ source, first: spell(person) })));
				drawn.forEach(({ source, person }, index) => {
					const owner = owners.get(source);
					const message = refused.get(index);
					if (owner?.person === person) expect(message).toBeUndefined();
					else expect(message).toMatch(new RegExp(`Item ${owner?.index} has the same External Source ID "${source}"`));
				});
			}),
		);
	});

	it('are compared with every name of the first person', () => {
		const rows = ['Ann', 'Mrs Ann', 'Dr. Ann', 'ANN', 'Ann M.', 'Marie'].map((first) => ({ source: '1', first }));
		expect([...refusals(rows).keys()]).toEqual([2, 4, 5]);
	});

	it('are about one person if the user says so', () => {
		expect(
			refusals(
				PEOPLE.map((first) => ({ source: '1', first })),
				true,
			).size,
		).toBe(0);
	});

	it('may include a row without a name', () => {
		expect(
			refusals([
				{ source: '1', first: 'Ann' },
				{ source: '1', first: '' },
				{ source: '1', first: 'N/A' },
			]).size,
		).toBe(0);
	});

	it('are compared by each name once, for any number of rows', () => {
		const ids = new SharedIds(recordStatements({}, '', 0), client);
		const values = { external_source: 'import', external_source_id: '1', first_name: 'Ann', last_name: 'Example' };
		let compared = 0;
		const counted = new Proxy(values, { get: (target, name) => ((compared += 1), Reflect.get(target, name)) });
		for (let index = 0; index < 1_000; index++) ids.check({ id: undefined, values: counted, isSame: false }, index);
		expect(compared).toBeLessThan(10_000);
	});
});

describe('a record that two IDs lead to', () => {
	type Drawn = [id: number | undefined, source: string | undefined, first: string];

	/** What the last of these rows is told; '' when it goes. */
	function last(...rows: Drawn[]): string {
		const ids = new SharedIds(recordStatements({}, '', 0), client);
		const check = ([id, source, first]: Drawn, index: number) => {
			const values = {
				...(source !== undefined && { external_source: 'crm', external_source_id: source }),
				first_name: first,
				last_name: first && 'Example',
			};
			ids.check({ id, values, isSame: false }, index);
		};
		rows.slice(0, -1).forEach(check);
		try {
			rows.slice(-1).forEach((row) => check(row, rows.length - 1));
		} catch {
			return failureOf(() => check(rows.at(-1) ?? [undefined, undefined, ''], rows.length - 1)).message;
		}
		return '';
	}

	it('is found by each of them after a row has both', () => {
		expect(last([5, 's', 'Ann'], [undefined, 's', 'Bob'])).toBe(
			'Item 0 has the same External Source ID "s" and another name, "Ann Example" instead of "Bob Example"',
		);
		expect(last([undefined, 's', 'Ann'], [5, 's', 'Bob'])).toContain('Item 0 has the same External Source ID "s"');
		expect(last([5, 's', 'Ann'], [5, undefined, 'Bob'])).toContain('Item 0 has the same ID 5');
		expect(last([5, 's', 'Ann'], [undefined, 's', 'ANN'])).toBe('');
	});

	it.each<[string, ...Drawn[]]>([
		['that tells no name', [5, undefined, 'Ann'], [5, 's', ''], [undefined, 's', 'Bob']],
		['in any order', [undefined, 's', 'Ann'], [5, 's', ''], [5, undefined, 'Bob']],
	])('is found by the other one through a row %s', (_, ...rows) => {
		expect(last(...rows)).toBe(
			'Item 0 is about the same client by another of its IDs, and has another name, "Ann Example" instead of "Bob Example"',
		);
	});

	it('does not exist if each row has an ID of its own', () => {
		expect(last([5, 's', 'Ann'], [6, 's', 'Bob'])).toBe('');
		expect(last([5, 's', 'Ann'], [6, 't', 'Bob'], [undefined, 't', 'Bob'])).toBe('');
		expect(last([5, undefined, 'Ann'], [undefined, '5', 'Bob'])).toBe('');
	});
});
