import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isRecord } from '../values/json';

/** The part of n8n's context that is needed here. */
type NodeRun = Pick<IExecuteFunctions, 'getContext' | 'getExecutionId' | 'getInputData'>;

/** This package's part of the object that n8n keeps for a node. */
const PART = 'outreachAgentsWait';

/**
 * The identity of each item that was carried into a wait, the same after any later report; null for an item without an
 * ID.
 */
const idsOf = (carried: readonly IDataObject[]): unknown[] => carried.map(({ id }) => id ?? null);

/**
 * Call this when the node puts its execution to wait.
 * @param turn see `turnOf`
 */
export function noteWait(context: Omit<NodeRun, 'getInputData'>, turn: number, carried: readonly IDataObject[]): void {
	context.getContext('node')[PART] = { execution: context.getExecutionId(), turn, ids: idsOf(carried) };
}

/**
 * Whether the node had put its execution to wait, and this is a Retry after a kill. Then n8n (execution.service.js)
 * starts the same turn of the node again, with the items that it had carried into the wait as input. In the execution
 * itself, and in a later turn, a loop may bring these items again on purpose. Call this once in a run.
 * @param turn see `turnOf`
 */
export function isAfterWait(context: NodeRun, turn: () => number): boolean {
	const kept = context.getContext('node');
	const noted = kept[PART];
	delete kept[PART];
	if (!isRecord(noted) || noted.execution === context.getExecutionId() || noted.turn !== turn()) return false;
	const given = context.getInputData().map(({ json }) => json);
	return JSON.stringify(noted.ids) === JSON.stringify(idsOf(given));
}
