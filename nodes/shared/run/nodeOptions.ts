import type { ItemParameters } from '../contract/operation';
import type { RetryLimits } from '../http/send';
import { at } from '../values/json';
import { readNumber, readWholeNumber } from '../values/reading/number';
import { readOption } from '../values/reading/option';
import { readYesNo } from '../values/reading/yesNo';

/** Defaults of the node's options. */
export const DEFAULT_MAX_RETRIES = 5;
export const MOST_RETRIES = 20;
export const DEFAULT_MAX_WAIT_MINUTES = 5;

/** Name of the option that adds the remaining requests to each item. */
export const INCLUDE_QUOTA = 'includeQuota';

/** The option that repeats what may have been done, and how the user knows it. */
export const SEND_AGAIN = 'sendAgain';
export const SEND_AGAIN_LABEL = 'Send Again What May Have Been Sent';

/** What every operation's Options collection says about an item. */
export interface NodeOptions extends Pick<RetryLimits, 'maxRetries' | 'maxWaitMs'> {
	includeQuota: boolean;
	/** Do what an earlier execution has left in doubt or lost. */
	sendAgain: boolean;
}

export const MAX_RETRIES_LABEL = 'Max Retries';
export const MAX_WAIT_LABEL = 'Max Wait (Minutes)';
export const INCLUDE_QUOTA_LABEL = 'Include Remaining Requests';

/**
 * An option that says nothing has its default.
 * @throws ItemFailure naming the option that does not fit
 */
export function readNodeOptions(item: ItemParameters): NodeOptions {
	const maxRetries = readOption(item, 'options.maxRetries', MAX_RETRIES_LABEL, readWholeNumber, { min: 0, max: MOST_RETRIES });
	const maxWait = readOption(item, 'options.maxWait', MAX_WAIT_LABEL, readNumber, { min: 0 });
	return {
		maxRetries: maxRetries ?? DEFAULT_MAX_RETRIES,
		maxWaitMs: (maxWait ?? DEFAULT_MAX_WAIT_MINUTES) * 60_000,
		includeQuota: readOption(item, `options.${INCLUDE_QUOTA}`, INCLUDE_QUOTA_LABEL, readYesNo) === true,
		sendAgain: readOption(item, `options.${SEND_AGAIN}`, SEND_AGAIN_LABEL, readYesNo) === true,
	};
}

/** n8n's Request Options > Batching: how many items to perform before each pause. */
export interface Spacing {
	items: number;
	pauseMs: number;
}

/** @returns undefined when the user wants no pauses */
export function readSpacing(requestOptions: unknown): Spacing | undefined {
	const size = Number(at(requestOptions, 'batching', 'batch', 'batchSize') ?? -1);
	const pauseMs = Number(at(requestOptions, 'batching', 'batch', 'batchInterval') ?? 0);
	return size >= 0 && pauseMs > 0 ? { items: Math.max(1, Math.floor(size)), pauseMs } : undefined;
}
