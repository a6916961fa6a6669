import type { IDataObject, NodeTypeAndVersion, WorkflowExecuteMode } from 'n8n-workflow';

import { ItemFailure } from '../contract/failure';
import type { PersistentKeys } from '../contract/persistentKeys';

/**
 * n8n (2.40.7) saves a workflow's static data as a whole when an execution ends, in the state in which it was loaded at
 * the start. A worker of queue mode, an execution that n8n's timer resumes, and "Retry with original workflow" load
 * none, but save anyway: they would replace data that others need, such as the secret of a trigger. The triggers of
 * this package leave this mark.
 */
const MARK = 'outreachAgentsTrigger';

/**
 * Says that this node has kept something before. If the mark is there and the static data is empty, n8n has not loaded
 * it.
 */
const HAS_KEPT = 'static data kept';

/** The part of n8n's context that both kinds of nodes need here. */
interface WithStaticData {
	getWorkflowStaticData(type: string): IDataObject;
}

/** For a trigger, when it is published. */
export function markStaticData(context: WithStaticData): void {
	context.getWorkflowStaticData('global')[MARK] = true;
}

/** A node that keeps data, and the signs whether n8n has loaded the data. */
export interface Keeping extends WithStaticData {
	getMode(): WorkflowExecuteMode;
	getNode(): { name: string; type: string };
	getParentNodes(name: string): NodeTypeAndVersion[];
	/** n8n loads `active` together with static data; a snapshot of the workflow has neither. */
	getWorkflow(): { active: boolean };
}

const packageOf = (type: string): string => type.split('.')[0] ?? '';

const besideTrigger = (remedy: string) =>
	new ItemFailure({
		kind: 'refused',
		message:
			'Nothing was sent: this workflow has a trigger of this package, and the memory of this node could overwrite the secret of the trigger',
		description: `n8n saves both together, as one value. ${remedy}`,
	});

const notLoaded = (remedy: string) =>
	new ItemFailure({
		kind: 'refused',
		message: 'Nothing was sent: n8n did not load the memory of this workflow',
		description: `n8n does not load it on workers of queue mode, after a wait and in "Retry with original workflow". The first run must be one of the published workflow. To retry, choose "Retry with currently saved workflow". ${remedy}`,
	});

function isBesideTrigger(context: Keeping): boolean {
	const own = context.getNode();
	const isOurs = ({ type }: NodeTypeAndVersion) => packageOf(type) === packageOf(own.type) && type.endsWith('Trigger');
	return context.getWorkflowStaticData('global')[MARK] === true || context.getParentNodes(own.name).some(isOurs);
}

/** Data that was empty at the start of an execution: n8n has not saved any yet. */
const begunHere = new WeakSet<IDataObject>();

/** The values that a node needs to read and keep its data. */
export interface KeepingRules {
	/** undefined if n8n has none. */
	keys: PersistentKeys | undefined;
	/** Whether the execution was put to wait before: then it may have no static data. */
	hasWaited: () => Promise<boolean>;
	/** The user's alternative. */
	remedy: string;
}

/**
 * A node's data from earlier executions.
 * @throws ItemFailure when n8n may not have loaded it: saving would lose the stored data
 */
export async function keptByNode(context: Keeping, { keys, hasWaited, remedy }: KeepingRules): Promise<IDataObject> {
	const kept = context.getWorkflowStaticData('node');
	// In a manual execution, nothing is saved.
	if (context.getMode() === 'manual') return kept;
	if (isBesideTrigger(context)) throw besideTrigger(remedy);
	if (begunHere.has(kept)) return kept;
	if (Object.keys(kept).length > 0) {
		// Written again each time, so that it stays among the youngest keys.
		await keys?.remove([HAS_KEPT]);
		await keys?.add([HAS_KEPT]);
		return kept;
	}
	const isFirst =
		keys && context.getWorkflow().active && !(await hasWaited()) && (await keys.find([HAS_KEPT])).size === 0;
	if (!isFirst) throw notLoaded(remedy);
	begunHere.add(kept);
	return kept;
}
