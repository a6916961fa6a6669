import type { IDataObject, NodeTypeAndVersion, WorkflowExecuteMode } from 'n8n-workflow';

import { ItemFailure } from '../contract/failure';

/**
 * In queue mode, n8n (seen in 2.40.7) starts an execution on a worker without the workflow's static data, and saves what the
 * worker put there as the whole. So a node that keeps something there would wipe out the secret of a trigger of
 * this package in the same workflow. The triggers leave this mark to tell by.
 */
const MARK = 'outreachAgentsTrigger';

/** What both kinds of nodes need of their n8n context. */
interface WithStaticData {
	getWorkflowStaticData(type: string): IDataObject;
}

/** For a trigger, when it is published. */
export function markStaticData(context: WithStaticData): void {
	context.getWorkflowStaticData('global')[MARK] = true;
}

interface Keeping extends WithStaticData {
	getMode(): WorkflowExecuteMode;
	getNode(): { name: string; type: string };
	getParentNodes(name: string): NodeTypeAndVersion[];
}

const packageOf = (type: string): string => type.split('.')[0] ?? '';

/**
 * What a node keeps from one execution to the next.
 * @throws ItemFailure when keeping something would take away what a trigger before it needs
 */
export function keptByNode(context: Keeping): IDataObject {
	const own = context.getNode();
	const comesFromTrigger = context
		.getParentNodes(own.name)
		.some(({ type }) => packageOf(type) === packageOf(own.type) && type.endsWith('Trigger'));
	// By hand, nothing is saved.
	const isSafe = context.getMode() === 'manual' || !comesFromTrigger || context.getWorkflowStaticData('global')[MARK] === true;
	if (isSafe) return context.getWorkflowStaticData('node');
	throw new ItemFailure({
		kind: 'refused',
		message: 'Nothing was sent: n8n did not hand over what this workflow remembers',
		description:
			'In queue mode, workers get no static data, and what they save would make the trigger refuse its events. Move this node to a workflow of its own and call that one with Execute Sub-workflow. If n8n is not in queue mode, publish the workflow again.',
	});
}
