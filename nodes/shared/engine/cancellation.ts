import { NodeOperationError, type EngineRequest, type IExecuteFunctions } from 'n8n-workflow';

import { RETRY_DOES_THE_REST } from '../run/retryAdvice';
import { isTool } from './ports';

/**
 * The answer of a node that n8n is to run again, as agents give it between the calls of their tools: n8n puts the node back on
 * the stack of the execution (n8n: requests-response.js).
 */
const RUN_AGAIN: EngineRequest = { actions: [], metadata: {} };

/** Versions of n8n that know such answers hand over what the requested nodes said. */
const takesRequests = (context: IExecuteFunctions): boolean =>
	'subNodeExecutionResults' in context && context.subNodeExecutionResults !== undefined;

/** Stop, or the workflow's time-out; undefined where the node could not be put back and would lose what it has done so far. */
export const cancelSignal = (context: IExecuteFunctions): AbortSignal | undefined =>
	!isTool(context) && (takesRequests(context) || !context.continueOnFail()) ? context.getExecutionCancelSignal() : undefined;

/**
 * Works until the signal comes.
 * @returns undefined when it came first; work that has begun then ends by itself
 */
export async function untilCancelled<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T | undefined> {
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
	if (takesRequests(context)) return RUN_AGAIN;
	throw new NodeOperationError(context.getNode(), 'The execution was cancelled before all items were done', {
		description: RETRY_DOES_THE_REST,
	});
}
