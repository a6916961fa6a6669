import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pageNumber } from '../../../nodes/shared/paging/pages';
import { firstOf, identityOf, rowsAt } from '../../../nodes/shared/paging/rows';
import { announcedBy } from '../../../nodes/shared/paging/totals';

describe('the place of the rows', () => {
	it('is found at any depth, or nowhere', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('a', 'b', 'data'), { maxLength: 4 }),
				fc.array(fc.anything()),
				(path, rows) => {
					const body = path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), rows);
					expect(rowsAt(...path)(body)).toBe(rows);
					expect(rowsAt(...path, 'deeper')(body)).toBeUndefined();
				},
			),
		);
	});

	it.each([null, undefined, 'text', 5, { data: {} }, { data: 'rows' }])('is nowhere in %j', (body) => {
		expect(rowsAt('data')(body)).toBeUndefined();
	});

	it('is the first place with rows, and an empty list only if there is none', () => {
		const read = firstOf(rowsAt('data'), rowsAt('rows'));
		expect(read({ data: [2], rows: [1] })).toEqual([2]);
		expect(read({ data: [], rows: [1] })).toEqual([1]);
		expect(read({ data: {}, rows: [1] })).toEqual([1]);
		expect(read({ data: [], rows: {} })).toEqual([]);
		expect(read([])).toBeUndefined();
	});
});

describe('page numbers', () => {
	const style = pageNumber({ rows: rowsAt(), size: { param: 'per', max: 2 }, param: 'page', totalPath: ['total'] });
	const next = (page: number | undefined, total: unknown) => {
		const body = { total };
		const count = 2 * (page ?? 1);
		const announced = announcedBy({ body, headers: {} });
		const counts = { seen: count, distinct: count, end: count, onward: count, announced, before: 0 };
		return style.next({ body, headers: {}, rows: [1, 2], ...counts, query: { page }, size: 2 });
	};

	it('continue until the total is reached, with or without a total in the answer', () => {
		expect(next(undefined, 5)).toEqual({ page: 2, per: 2 });
		expect(next(2, 5)).toEqual({ page: 3, per: 2 });
		expect(next(2, 4)).toBeUndefined();
		expect(next(2, 'unknown')).toEqual({ page: 3, per: 2 });
	});
});

describe('the same row', () => {
	it.each([
		[{ id: 'a' }, 'a'],
		[{ id: 5 }, '5'],
		[{ $id: 'b' }, 'b'],
		[{ id: null, $id: 'c' }, 'c'],
	])('%j is recognised by its ID', (row, id) => {
		expect(identityOf(row)).toBe(id);
	});

	it.each([[{}], [{ id: {} }], ['text'], [null], [[{ id: 'a' }]]])('%j is not recognised', (row) => {
		expect(identityOf(row)).toBeUndefined();
	});
});
