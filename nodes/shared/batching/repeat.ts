import type { IDataObject } from 'n8n-workflow';

import type { Run } from '../contract/run';
import { outcomeOf } from '../contract/outcome';
import { duplicateOf, resultOf } from './rowResult';

/**
 * Settles an item that repeats an earlier one and was therefore not sent: it gets the same result, with a note.
 * @param first the item that brought the same first
 * @param told what it says of that result
 */
export function settleRepeat(run: Run, index: number, first: number, told?: (row: IDataObject) => IDataObject): void {
	const outcome = run.settled.get(first);
	if (outcome) run.settle(index, outcomeOf(duplicateOf(first, resultOf(outcome), told)));
}
