import type { IWorkflowDataProxyData } from 'n8n-workflow';

import { valueAt } from '../values/json';

/** The members of n8n's context that both entry points have. */
interface NodeContext {
	evaluateExpression(expression: string, itemIndex: number): unknown;
	getNode(): { name: string };
	getWorkflowDataProxy(itemIndex: number): IWorkflowDataProxyData;
}

/**
 * After a crash, n8n gives each node that had started a first run: with an item of n8n's own if it had ended, otherwise
 * empty (n8n: execution-recovery.service.js).
 */
function hasMadeUpRun(context: NodeContext): boolean {
	try {
		const [first]: unknown[] = context.getWorkflowDataProxy(0).$items(context.getNode().name, 0, 0);
		return valueAt(first, 'json', 'isArtificialRecoveredEventItem') === true;
	} catch {
		return true;
	}
}

/** Which run of the node in its execution this is, from 0: the turn of a loop, the same when n8n runs the execution again after a crash. */
export function turnOf(context: NodeContext): number {
	const runIndex = Number(context.evaluateExpression('{{ $runIndex }}', 0));
	return runIndex > 0 && hasMadeUpRun(context) ? runIndex - 1 : runIndex;
}
