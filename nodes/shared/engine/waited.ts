import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isRecord } from '../values/json';

/** What it takes of n8n's context. */
type NodeRun = Pick<IExecuteFunctions, 'getContext' | 'getExecutionId' | 'getInputData'>;

/** Our part of the object that n8n keeps for a node. */
const PART = 'outreachAgentsWait';

/** What each item that was carried into a wait is known by, whatever is heard of it later; null for one without an ID. */
const idsOf = (carried: readonly IDataObject[]): unknown[] => carried.map(({ id }) => id ?? null);

/**
 * To be called when the node puts its execution to wait.
 * @param turn see `turnOf`
 */
export function noteWait(context: Omit<NodeRun, 'getInputData'>, turn: number, carried: readonly IDataObject[]): void {
	context.getContext('node')[PART] = { execution: context.getExecutionId(), turn, ids: idsOf(carried) };
}

/**
 * Whether the node had put its execution to wait, and this is the Retry of what was killed after that: n8n (execution.service.js)
 * starts the same turn of the node anew then, and its input is what it had carried into the wait. In the execution itself, and in a later
 * turn, a loop may hand these items in again on purpose. To be called once in a run.
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
