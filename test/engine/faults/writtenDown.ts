import { afterAll, jest } from '@jest/globals';

import { itHoldsAgainst } from './itHolds';
import { rowsOf } from './matrix';
import { writePart, type RowFound } from './parts';

/** The whole matrix of a node, written down for the table. */
export function wholeMatrixOf(node: string): void {
	const rows: RowFound[] = [];
	jest.setTimeout(600_000);
	itHoldsAgainst(rowsOf(node), ({ name }, found) => {
		rows.push({
			name,
			runs: found.length,
			wrong: found.filter(([, { wrong }]) => wrong.length > 0).length,
			words: found.map(([{ fault }, { words }]) => [fault.heading, words]),
		});
	});
	afterAll(() => writePart(node, rows));
}
