import { describe } from '@jest/globals';

import { VENDORS } from '../census/operations';
import { itHoldsAgainst } from './itHolds';
import { rowsOf, type Row } from './matrix';

/** The sample has one in so many faults of the whole matrix, other ones for each operation, and the same in each run. */
const ONE_IN = 40;

const sampled = (rows: Row[]): Row[] =>
	rows.map((row, place) => ({ ...row, plan: row.plan.filter((_, number) => (number + place * 7) % ONE_IN === 0) }));

describe.each(VENDORS)('a sample of %s against faults', (node) => {
	itHoldsAgainst(sampled(rowsOf(node)));
});
