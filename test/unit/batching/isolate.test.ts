import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ItemFailure, type Failure } from '../../../nodes/shared/contract/failure';
import { isolatingRefused } from '../../../nodes/shared/batching/isolate';
import type { RowResult } from '../../../nodes/shared/contract/outcome';

const refusal = (status: number): Failure => ({ kind: 'refused', status, message: 'No', description: '' });

/** An API that takes all rows of a request or none. */
class AllOrNothing {
	readonly landed: number[] = [];

	requests = 0;

	constructor(
		private readonly bad: Set<number>,
		private readonly failure: Failure = refusal(400),
	) {}

	readonly send = async (rows: number[]): Promise<RowResult[]> => {
		this.requests += 1;
		if (rows.some((row) => this.bad.has(row))) throw new ItemFailure(this.failure);
		this.landed.push(...rows);
		return rows.map((row) => ({ row: { row } }));
	};
}

const batches = fc
	.integer({ min: 2, max: 120 })
	.chain((count) =>
		fc.tuple(
			fc.constant(count),
			fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { minLength: 1, maxLength: 6 }),
		),
	);

describe('isolating refused rows', () => {
	it('sends every good row once, and refuses only the bad ones', async () => {
		await fc.assert(
			fc.asyncProperty(batches, async ([count, bad]) => {
				const rows = Array.from({ length: count }, (_, row) => row);
				const api = new AllOrNothing(new Set(bad));
				const results = await isolatingRefused(rows, api.send);
				const expected = rows.map((row) => (bad.includes(row) ? { failure: refusal(400) } : { row: { row } }));
				expect(results).toEqual(expected);
				expect(api.landed.sort((a, b) => a - b)).toEqual(rows.filter((row) => !bad.includes(row)));
			}),
		);
	});

	it('takes at most 2 log2 n further requests for each bad row', async () => {
		await fc.assert(
			fc.asyncProperty(batches, async ([count, bad]) => {
				const api = new AllOrNothing(new Set(bad));
				await isolatingRefused(
					Array.from({ length: count }, (_, row) => row),
					api.send,
				);
				expect(api.requests - 1).toBeLessThanOrEqual(bad.length * 2 * Math.log2(count));
			}),
		);
	});

	it('takes two further requests for each row that is named, and misses none if the name is wrong', async () => {
		await fc.assert(
			fc.asyncProperty(batches, fc.constantFrom(0, 1), async ([count, bad], offset) => {
				const rows = Array.from({ length: count }, (_, row) => row);
				const landed: number[] = [];
				let requests = 0;
				const send = async (part: number[]): Promise<RowResult[]> => {
					requests += 1;
					const first = part.findIndex((row) => bad.includes(row));
					if (first >= 0) throw new ItemFailure({ ...refusal(400), description: `rows[${first + offset}]` });
					landed.push(...part);
					return part.map((row) => ({ row: { row } }));
				};
				const named = ({ description }: Failure) => Number(/\d+/.exec(description)?.[0]);
				const results = await isolatingRefused(rows, send, named);
				expect(results.map((result) => 'failure' in result)).toEqual(rows.map((row) => bad.includes(row)));
				expect(landed.sort((a, b) => a - b)).toEqual(rows.filter((row) => !bad.includes(row)));
				const most = offset === 0 ? 2 * bad.length : 1 + bad.length * 2 * Math.log2(count);
				expect(requests - 1).toBeLessThanOrEqual(most);
			}),
		);
	});

	it.each([401, 402, 403, 429])('does not halve for status %s, which is about every row', async (status) => {
		const api = new AllOrNothing(new Set([2]), refusal(status));
		const results = await isolatingRefused([1, 2, 3], api.send);
		expect(results).toEqual([1, 2, 3].map(() => ({ failure: refusal(status) })));
		expect(api.requests).toBe(1);
	});

	it('sends nothing again whose outcome is unknown', async () => {
		const doubt: Failure = { kind: 'unknown', status: 500, message: '?', description: '' };
		const api = new AllOrNothing(new Set([2]), doubt);
		expect(await isolatingRefused([1, 2], api.send)).toEqual([{ failure: doubt }, { failure: doubt }]);
		expect(api.requests).toBe(1);
	});
});
