import { describe } from '@jest/globals';

import { VENDORS } from '../census/operations';
import { itHoldsAgainst } from './itHolds';
import { rowsOf, type Row } from './matrix';

/** Of what the whole matrix plans, one in so many, another one for each operation; the same in each run. */
const ONE_IN = 40;

const sampled = (rows: Row[]): Row[] =>
	rows.map((row, place) => ({ ...row, plan: row.plan.filter((_, number) => (number + place * 7) % ONE_IN === 0) }));

describe.each(VENDORS)('a sample of %s against faults', (node) => {
	itHoldsAgainst(sampled(rowsOf(node)));
});
