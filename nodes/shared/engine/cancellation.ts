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

/** Values that the node asks n8n to pass when it runs the node again. */
const SOURCE = 'outreachAgentsSource';

/** The source of a node's items; undefined for the first node of an execution, which n8n does not put back. */
const sourceOf = ({ source }: IExecuteData): ISourceData | undefined =>
	source?.[NodeConnectionTypes.Main]?.[0] ?? undefined;

/**
 * Runs for which n8n accepts the answer below. n8n says so in the first try of Retry On Fail, but not in the further
 * ones (n8n: workflow-execute.js).
 */
const knowing = new WeakSet<IExecuteData>();

/** Versions of n8n that accept such answers have this member. */
function takesRequests(context: IExecuteFunctions): boolean {
	const run = context.getExecuteData();
	if ('subNodeExecutionResults' in context && context.subNodeExecutionResults !== undefined) knowing.add(run);
	return knowing.has(run) && sourceOf(run) !== undefined;
}

/**
 * The answer that makes n8n run the node again, as agents give it between the calls of their tools. n8n puts the node
 * back on the stack of the execution (n8n: requests-response.js). There it always notes the first output and the same
 * run of the previous node as the source of the items, so the node carries the true source along.
 */
const runAgain = (context: IExecuteFunctions): EngineRequest => ({
	actions: [],
	metadata: { [SOURCE]: sourceOf(context.getExecuteData()) },
});

/**
 * To be called before any expression is evaluated: the source of an item decides the value of `$('Other Node').item`.
 */
export function restoreSource(context: IExecuteFunctions): void {
	const kept = valueAt(context, 'subNodeExecutionResults', 'metadata', SOURCE);
	const sources = context.getExecuteData().source?.[NodeConnectionTypes.Main];
	if (sources && isRecord(kept) && typeof kept.previousNode === 'string')
		sources[0] = { ...kept, previousNode: kept.previousNode };
}

/**
 * The signal of Stop or of the workflow's time-out; undefined if n8n cannot put the node back, which would lose its
 * results.
 */
export const cancelSignal = (context: IExecuteFunctions, caller: Caller): AbortSignal | undefined =>
	caller === 'workflow' && (takesRequests(context) || !context.continueOnFail())
		? context.getExecutionCancelSignal()
		: undefined;

/**
 * Works until the signal comes.
 * @returns undefined when the signal came first; work that has begun then ends by itself
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
 * How a node leaves an execution that was cancelled. n8n stores the execution a moment later, and its Retry goes on
 * with the nodes that are on the stack then. Without this node there, the Retry would end at once, as a success, and
 * leave out all items that were not sent.
 * @throws NodeOperationError if n8n does not accept such an answer: an error puts the node back as well
 */
export function leaveCancelled(context: IExecuteFunctions): EngineRequest {
	if (takesRequests(context)) return runAgain(context);
	throw new NodeOperationError(context.getNode(), 'The execution was cancelled before all items were done', {
		description: RETRY_DOES_THE_REST,
	});
}
