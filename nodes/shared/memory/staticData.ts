import type { IDataObject, NodeTypeAndVersion, WorkflowExecuteMode } from 'n8n-workflow';

import { ItemFailure } from '../contract/failure';
import type { PersistentKeys } from '../contract/persistentKeys';

/**
 * n8n (2.40.7) saves a workflow's static data as a whole when an execution ends, as it was loaded when that began. A worker of
 * queue mode, an execution that n8n's timer resumes, and "Retry with original workflow" load none and save all the same: what
 * they put there replaces what others need, such as the secret of a trigger. The triggers of this package leave this mark.
 */
const MARK = 'outreachAgentsTrigger';

/** Tells that this node has kept something before. Where it is and the static data is empty, n8n has not loaded it. */
const HAS_KEPT = 'static data kept';

/** What both kinds of nodes need of their n8n context. */
interface WithStaticData {
	getWorkflowStaticData(type: string): IDataObject;
}

/** For a trigger, when it is published. */
export function markStaticData(context: WithStaticData): void {
	context.getWorkflowStaticData('global')[MARK] = true;
}

/** A node that keeps something, and what tells whether n8n has loaded what was kept. */
export interface Keeping extends WithStaticData {
	getMode(): WorkflowExecuteMode;
	getNode(): { name: string; type: string };
	getParentNodes(name: string): NodeTypeAndVersion[];
	/** `active` belongs to what n8n loads together with static data; a snapshot of the workflow has neither. */
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

/** What was empty at first in an execution: n8n has not saved it yet, whatever is put there. */
const begunHere = new WeakSet<IDataObject>();

/** What a node's access to what it keeps rests on. */
export interface KeepingRules {
	/** undefined where n8n has none. */
	keys: PersistentKeys | undefined;
	/** Whether the execution was put to wait before: such a one may have no static data. */
	hasWaited: () => Promise<boolean>;
	/** What else than keeping something there the user can choose. */
	remedy: string;
}

/**
 * What a node keeps from one execution to the next.
 * @throws ItemFailure when n8n may not have loaded it: saving would lose what is there
 */
export async function keptByNode(context: Keeping, { keys, hasWaited, remedy }: KeepingRules): Promise<IDataObject> {
	const kept = context.getWorkflowStaticData('node');
	// By hand, nothing is saved.
	if (context.getMode() === 'manual') return kept;
	if (isBesideTrigger(context)) throw besideTrigger(remedy);
	if (begunHere.has(kept)) return kept;
	if (Object.keys(kept).length > 0) {
		// Anew each time, so that it stays among the youngest keys.
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
