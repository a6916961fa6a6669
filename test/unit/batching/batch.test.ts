import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ItemFailure, type Failure } from '../../../nodes/shared/contract/failure';
import { chunk } from '../../../nodes/shared/batching/chunks';
import type { RowResult } from '../../../nodes/shared/contract/outcome';
import { batchedRows } from '../../../nodes/shared/operations/batch';
import { Driving, reportsOf } from '../support/driving';

const refused: Failure = { kind: 'refused', message: 'No such campaign', description: '' };

/** An operation whose API accepts every row unless told otherwise, and remembers the requests. */
function batcherOf(
	max: number,
	answer: (rows: string[]) => RowResult[] | Promise<RowResult[]> = (rows) => rows.map((row) => ({ row: { row } })),
	stopOnFailure = false,
) {
	const requests: string[][] = [];
	const operation = batchedRows<string, { campaign: string }>({
		max,
		target: (item) => ({ campaign: String(item.parameter('campaign')) }),
		row: (item) => String(item.parameter('row')),
		keyOf: (row) => row.toLowerCase(),
		async send(_target, rows, { time }) {
			requests.push(rows);
			await time.sleep(100);
			return { results: Promise.resolve(answer(rows)) };
		},
	});
	const driving = new Driving(operation, { stopOnFailure });
	return {
		requests,
		/** What each item got: its row, its failure, or undefined when it was not sent. */
		addAll: async (rows: string[]) =>
			reportsOf(await driving.over(rows.map((row) => ({ row })))).map((end) => (Array.isArray(end) ? end[0] : end)),
	};
}

const distinct = fc.uniqueArray(fc.string(), { selector: (row) => row.toLowerCase(), maxLength: 40 });
const max = fc.integer({ min: 1, max: 15 });

describe('batching', () => {
	it('sends every row once, in order, in the fewest possible requests', async () => {
		await fc.assert(
			fc.asyncProperty(distinct, max, async (rows, size) => {
				const { requests, addAll } = batcherOf(size);
				expect(await addAll(rows)).toEqual(rows.map((row) => ({ row })));
				expect(requests.flat()).toEqual(rows);
				expect(requests.every(({ length }) => length <= size)).toBe(true);
				expect(requests).toHaveLength(Math.ceil(rows.length / size));
			}),
		);
	});

	it('cuts without losing, repeating or leaving an empty piece', () => {
		fc.assert(
			fc.property(fc.array(fc.nat()), max, (rows, size) => {
				const pieces = chunk(rows, size);
				expect(pieces.flat()).toEqual(rows);
				expect(pieces.every(({ length }) => length >= 1 && length <= size)).toBe(true);
			}),
		);
	});

	it('never sends a duplicate, and names the first one on its item', async () => {
		const few = fc.array(fc.constantFrom('a', 'A', 'b', 'B', 'c'), { minLength: 1, maxLength: 20 });
		await fc.assert(
			fc.asyncProperty(few, max, async (rows, size) => {
				const { requests, addAll } = batcherOf(size);
				const results = await addAll(rows);
				const firsts = rows.map((row) => rows.findIndex((other) => other.toLowerCase() === row.toLowerCase()));
				expect(requests.flat()).toEqual(rows.filter((_, item) => firsts[item] === item));
				results.forEach((result, item) => {
					const first = firsts[item];
					if (first === item) expect(result).not.toHaveProperty('duplicateOfItem');
					else expect(result).toMatchObject({ row: rows[first ?? 0], duplicateOfItem: first });
				});
			}),
		);
	});

	it('reports the first one’s failure on a duplicate', async () => {
		const { addAll } = batcherOf(5, () => [{ failure: refused }]);
		const [, second] = await addAll(['a', 'A']);
		expect(second).toMatchObject({ kind: 'refused', message: expect.stringContaining('item 0') });
	});

	it('does not send a row again that an earlier try has added, with any item', async () => {
		const requests: string[][] = [];
		const driving = new Driving(
			batchedRows<string, Record<string, never>>({
				max: 10,
				target: () => ({}),
				row: (item) => String(item.parameter('row')),
				keyOf: (row) => row,
				async send(_, rows) {
					requests.push(rows);
					return {
						results: Promise.resolve(rows.map((row) => (row === 'b' ? { failure: refused } : { row: { row } }))),
					};
				},
			}),
		);
		await driving.over([{ row: 'a' }, { row: 'b' }]);
		await driving.over([{ row: 'b' }, { row: 'c' }, { row: 'a' }]);
		expect(requests).toEqual([
			['a', 'b'],
			['b', 'c'],
		]);
	});
});

describe('a failing request', () => {
	const failsFor = (bad: string) => (rows: string[]) => {
		if (rows.includes(bad)) throw new ItemFailure(refused);
		return rows.map((row) => ({ row: { row } }));
	};

	it('fails its own rows only', async () => {
		const { requests, addAll } = batcherOf(2, failsFor('c'));
		expect(await addAll(['a', 'b', 'c', 'd', 'e'])).toEqual([
			{ row: 'a' },
			{ row: 'b' },
			refused,
			refused,
			{ row: 'e' },
		]);
		expect(requests).toHaveLength(3);
	});

	it('is the last one with On Error = Stop, and the rows after it are reported as not sent', async () => {
		const { requests, addAll } = batcherOf(2, failsFor('c'), true);
		const results = await addAll(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
		expect(requests).toEqual([
			['a', 'b'],
			['c', 'd'],
		]);
		expect(results.slice(4)).toEqual(Array(3).fill(expect.objectContaining({ kind: 'skipped' })));
	});

	it('is unknown after an unforeseen failure', async () => {
		const { addAll } = batcherOf(2, () => {
			throw new TypeError('x is not a function');
		});
		expect(await addAll(['a'])).toEqual([expect.objectContaining({ kind: 'unknown' })]);
	});
});

describe('results', () => {
	it('that are fewer than the rows leave the others unknown', async () => {
		const { addAll } = batcherOf(9, (rows) => rows.slice(0, 2).map((row) => ({ row: { row } })));
		const results = await addAll(['a', 'b', 'c']);
		expect(results.slice(0, 2)).toEqual([{ row: 'a' }, { row: 'b' }]);
		expect(results[2]).toMatchObject({ kind: 'unknown' });
	});

	it('reach each its own row', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uniqueArray(fc.nat({ max: 99 }), { maxLength: 20 }), max, async (numbers, size) => {
				const answer = (rows: string[]): RowResult[] =>
					rows.map((row) => (Number(row) % 3 === 0 ? { failure: { ...refused, message: row } } : { row: { row } }));
				const results = await batcherOf(size, answer).addAll(numbers.map(String));
				results.forEach((result, item) => {
					const row = String(numbers[item]);
					if (Number(row) % 3 === 0) expect(result).toEqual({ ...refused, message: row });
					else expect(result).toEqual({ row });
				});
			}),
		);
	});

	it('that take long do not delay the next request', async () => {
		const gates: Array<() => void> = [];
		const slow = async (rows: string[]) => {
			await new Promise<void>((open) => gates.push(open));
			return rows.map((row) => ({ row: { row } }));
		};
		const { requests, addAll } = batcherOf(1, (rows) => {
			const results = slow(rows);
			if (gates.length === 2) gates.forEach((open) => open());
			return results;
		});
		expect(await addAll(['a', 'b'])).toEqual([{ row: 'a' }, { row: 'b' }]);
		expect(requests).toHaveLength(2);
	});

	it('that show a refused row at once are the last with On Error = Stop', async () => {
		const { requests, addAll } = batcherOf(1, () => [{ failure: refused }], true);
		await addAll(['a', 'b']);
		expect(requests).toEqual([['a']]);
	});

	it('that cannot be read after the batch was accepted leave its rows unknown, not to be sent again', async () => {
		const unreadable: Failure = { kind: 'unavailable', message: 'Try later', description: '' };
		const { addAll } = batcherOf(5, async () => await Promise.reject(new ItemFailure(unreadable)));
		const [result] = await addAll(['a']);
		expect(result).toMatchObject({ kind: 'unknown' });
	});
});
