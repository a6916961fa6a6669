import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { callerTime } from '../scaledTime';
import type { Cell, Found } from './cell';
import { describeWrong, Matrix, type Row } from './matrix';

/** Runs each operation against its planned faults: nothing is done twice, and the node reports only the truth. */
export function itHoldsAgainst(rows: Row[], note: (row: Row, found: Array<[Cell, Found]>) => void = () => {}): void {
	const matrix = new Matrix();

	// How long a model waits is not asked here, and a loaded machine is slow.
	beforeAll(() => {
		Object.assign(callerTime, {
			now: Date.now,
			sleep: async (ms: number) => await delay(ms, undefined, { ref: false }),
		});
	});

	describe('each fault, in a workflow and as a tool', () => {
		beforeAll(async () => {
			const [first] = rows;
			if (!first) throw new Error('There is no operation');
			await matrix.start(first.operation.target.vendor);
		});
		afterAll(async () => await matrix.stop());

		it.each(rows)('$name', async (row) => {
			const found = await matrix.run(row);
			note(row, found);
			expect(found.flatMap(([cell, one]) => describeWrong(cell, one))).toEqual([]);
		});
	});
}
