import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { chunk } from '../../../nodes/shared/batching/chunks';

interface Row {
	index: number;
	record: string | undefined;
}

const rowsOf = (records: Array<string | undefined>): Row[] => records.map((record, index) => ({ index, record }));
const records = fc.array(fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }), { maxLength: 60 });
const max = fc.integer({ min: 1, max: 12 });

describe('chunks of rows that share records', () => {
	it('hold every row once and never more than allowed', () => {
		fc.assert(
			fc.property(records, max, (names, size) => {
				const chunks = chunk(rowsOf(names), size, ({ record }) => record);
				expect(
					chunks
						.flat()
						.map(({ index }) => index)
						.sort((a, b) => a - b),
				).toEqual(names.map((_, index) => index));
				expect(chunks.every(({ length }) => length >= 1 && length <= size)).toBe(true);
			}),
		);
	});

	it('never hold more than allowed if rows have several sizes', () => {
		const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 60 });
		fc.assert(
			fc.property(sizes, fc.integer({ min: 5, max: 12 }), (rows, size) => {
				const chunks = chunk(rows, size, undefined, (row) => row);
				expect(chunks.flat().sort()).toEqual([...rows].sort());
				expect(chunks.every((rowsOfOne) => rowsOfOne.reduce((sum, row) => sum + row, 0) <= size)).toBe(true);
			}),
		);
	});

	it('have a record at most once, and its rows in their order', () => {
		fc.assert(
			fc.property(records, max, (names, size) => {
				const chunks = chunk(rowsOf(names), size, ({ record }) => record);
				for (const rows of chunks) {
					const named = rows.flatMap(({ record }) => record ?? []);
					expect(new Set(named).size).toBe(named.length);
				}
				for (const name of ['a', 'b', 'c']) {
					const order = chunks
						.flat()
						.filter(({ record }) => record === name)
						.map(({ index }) => index);
					expect(order).toEqual([...order].sort((x, y) => x - y));
				}
			}),
		);
	});
});
