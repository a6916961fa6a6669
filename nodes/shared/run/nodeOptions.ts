import type { ItemParameters } from '../contract/operation';
import type { RetryLimits } from '../http/send';
import { at } from '../values/json';

/** Defaults of the node's options. */
export const DEFAULT_MAX_RETRIES = 5;
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

function nonNegative(value: unknown, fallback: number): number {
	const number = Number(value);
	return value !== null && value !== '' && Number.isFinite(number) && number >= 0 ? number : fallback;
}

export function readNodeOptions(item: ItemParameters): NodeOptions {
	const options = item.parameter('options', {});
	return {
		maxRetries: nonNegative(at(options, 'maxRetries'), DEFAULT_MAX_RETRIES),
		maxWaitMs: nonNegative(at(options, 'maxWait'), DEFAULT_MAX_WAIT_MINUTES) * 60_000,
		includeQuota: at(options, INCLUDE_QUOTA) === true,
		sendAgain: at(options, SEND_AGAIN) === true,
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
