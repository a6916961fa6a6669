import {
	NodeConnectionTypes,
	NodeOperationError,
	type EngineRequest,
	type IExecuteData,
	type IExecuteFunctions,
	type ISourceData,
} from 'n8n-workflow';

import { RETRY_DOES_THE_REST } from '../run/retryAdvice';
import { valueAt, isRecord } from '../values/json';
import type { Caller } from './caller';

/** What the node asks n8n to hand over when it is run again. */
const SOURCE = 'outreachAgentsSource';

/** Where the items of a node came from; undefined for the first node of an execution, which n8n does not put back. */
const sourceOf = ({ source }: IExecuteData): ISourceData | undefined =>
	source?.[NodeConnectionTypes.Main]?.[0] ?? undefined;

/** What of n8n's knows the answer below. n8n says so in the first try of Retry On Fail, not in the further ones (n8n: workflow-execute.js). */
const knowing = new WeakSet<IExecuteData>();

/** Versions of n8n that know such answers hand over what the requested nodes said. */
function takesRequests(context: IExecuteFunctions): boolean {
	const run = context.getExecuteData();
	if ('subNodeExecutionResults' in context && context.subNodeExecutionResults !== undefined) knowing.add(run);
	return knowing.has(run) && sourceOf(run) !== undefined;
}

/**
 * The answer of a node that n8n is to run again, as agents give it between the calls of their tools: n8n puts the node back on
 * the stack of the execution (n8n: requests-response.js). It notes there that the items came from the first output of the node
 * before, in the same run as this one, whatever is true; so the node takes along what is.
 */
const runAgain = (context: IExecuteFunctions): EngineRequest => ({
	actions: [],
	metadata: { [SOURCE]: sourceOf(context.getExecuteData()) },
});

/** To be called before any expression is evaluated: where an item came from decides what `$('Other Node').item` is. */
export function restoreSource(context: IExecuteFunctions): void {
	const kept = valueAt(context, 'subNodeExecutionResults', 'metadata', SOURCE);
	const sources = context.getExecuteData().source?.[NodeConnectionTypes.Main];
	if (sources && isRecord(kept) && typeof kept.previousNode === 'string')
		sources[0] = { ...kept, previousNode: kept.previousNode };
}

/** Stop, or the workflow's time-out; undefined where the node could not be put back and would lose what it has done so far. */
export const cancelSignal = (context: IExecuteFunctions, caller: Caller): AbortSignal | undefined =>
	caller === 'workflow' && (takesRequests(context) || !context.continueOnFail())
		? context.getExecutionCancelSignal()
		: undefined;

/**
 * Works until the signal comes.
 * @returns undefined when it came first; work that has begun then ends by itself
 */
export async function untilCancelled<T>(
	signal: AbortSignal | undefined,
	work: () => Promise<T>,
): Promise<T | undefined> {
	if (!signal) return await work();
	if (signal.aborted) return undefined;
	let onAbort = () => {};
	const cancelled = new Promise<undefined>((resolve) => {
		onAbort = () => resolve(undefined);
		signal.addEventListener('abort', onAbort);
	});
	return await Promise.race([work(), cancelled]).finally(() => signal.removeEventListener('abort', onAbort));
}

/**
 * How a node leaves an execution that was cancelled. n8n stores the execution a moment later, and its Retry goes on with the
 * nodes that are on the stack then: without this one, the Retry would end at once, as a success, and leave out all that was
 * not sent.
 * @throws NodeOperationError where n8n knows no answer for it: an error puts the node back as well
 */
export function leaveCancelled(context: IExecuteFunctions): EngineRequest {
	if (takesRequests(context)) return runAgain(context);
	throw new NodeOperationError(context.getNode(), 'The execution was cancelled before all items were done', {
		description: RETRY_DOES_THE_REST,
	});
}
