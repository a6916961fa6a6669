import type { IExecuteFunctions, INodeExecutionData, NodeOutput } from 'n8n-workflow';

import { plainWords } from '../contract/plainWords';
import { hintOf } from '../run/hint';
import { callerOf } from './caller';
import { cancelSignal, leaveCancelled, restoreSource, untilCancelled } from './cancellation';
import { executionOf } from './execution';
import type { Call } from './ports';
import { resultsOf, type NodeOperation } from './results';
import { turnOf } from './turn';
import { isAfterWait } from './waited';

/** The first entry point: n8n passes all input items at once. Workflows and agents from version 3 on use it. */
export async function runCustomOperation(context: IExecuteFunctions, operation: NodeOperation): Promise<NodeOutput> {
	const caller = callerOf(context);
	restoreSource(context);
	// The same as n8n does after a wait.
	if (caller === 'workflow' && isAfterWait(context, () => turnOf(context))) return [context.getInputData()];
	const given = context.getInputData().map(({ json }) => json);
	const call: Call =
		caller === 'model'
			? { caller, inputs: [given[0] ?? {}] }
			: { caller, inputs: given, execution: executionOf(context) };
	const work = async () => await resultsOf(context, operation, call);
	const results = await untilCancelled(cancelSignal(context, caller), work);
	if (!results) return leaveCancelled(context);
	const hint = hintOf(results.run, operation.vendor);
	if (hint !== '') context.addExecutionHints({ message: plainWords(hint), location: 'outputPane' });
	const failure = caller === 'model' ? results.run.outcomes.get(0)?.failure : undefined;
	// A node that answers in data can say no more than this to n8n: the execution counts as a success.
	if (failure && failure.kind !== 'heldBack')
		context.addExecutionHints({
			message: `This call did not succeed: ${failure.message}`,
			type: 'danger',
			location: 'outputPane',
		});
	const items: INodeExecutionData[] = [];
	for (let index = 0; index < call.inputs.length; index++) {
		for (const item of results.of(index)) items.push(item);
	}
	return [items];
}
