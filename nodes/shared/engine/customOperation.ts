import type { IExecuteFunctions, INodeExecutionData, NodeOutput } from 'n8n-workflow';

import { hintOf } from '../run/hint';
import { cancelSignal, leaveCancelled, restoreSource, untilCancelled } from './cancellation';
import { executionOf } from './execution';
import { isTool } from './ports';
import { resultsOf, type NodeOperation } from './results';
import { turnOf } from './turn';
import { isAfterWait } from './waited';

/**
 * The first door: n8n hands over all input items at once. Workflows come through it, and agents from version 3 on.
 */
export async function runCustomOperation(context: IExecuteFunctions, operation: NodeOperation): Promise<NodeOutput> {
	const asTool = isTool(context);
	restoreSource(context);
	// As n8n does when it goes on after a wait.
	if (!asTool && isAfterWait(context, () => turnOf(context))) return [context.getInputData()];
	const given = context.getInputData().map(({ json }) => json);
	const inputs = asTool ? [given[0] ?? {}] : given;
	const work = async () => await resultsOf(context, operation, inputs, asTool ? undefined : executionOf(context));
	const results = await untilCancelled(cancelSignal(context), work);
	if (!results) return leaveCancelled(context);
	const hint = hintOf(results.run, operation.vendor);
	if (hint !== '') context.addExecutionHints({ message: hint, location: 'outputPane' });
	const items: INodeExecutionData[] = [];
	for (let index = 0; index < inputs.length; index++) {
		for (const item of results.of(index)) items.push(item);
	}
	return [items];
}
