import type { IncomingResponse } from '../contract/exchange';
import { ItemFailure, type Failure } from '../contract/failure';
import { sleepUntil, type Time } from '../contract/time';
import { backoffMs, requestedRetryAt } from '../limits/waits';
import type { RetryLimits } from './send';

/** The host of a file cannot hand it out now, or did not hand it out whole. */
export class FileNotNow extends ItemFailure {
	/** @param response of the host, when there was one */
	constructor(
		failure: Omit<Failure, 'kind'>,
		readonly response?: IncomingResponse,
	) {
		super({ kind: 'unavailable', ...failure });
	}
}

type Limits = Pick<RetryLimits, 'maxRetries' | 'maxWaitMs' | 'cancelled'>;

/**
 * Fetches a file as every reading is: again after 429, 5xx and a connection that broke off, when the host says, else with backoff.
 * @throws ItemFailure when it cannot be had within the limits
 */
export async function retriedFile<T>(
	fetch: () => Promise<T>,
	{ maxRetries, maxWaitMs, cancelled }: Limits,
	time: Time,
): Promise<T> {
	for (let retries = 0; ; retries++) {
		const outcome = await fetch().then(
			(file) => ({ file }),
			(thrown: unknown) => {
				if (thrown instanceof FileNotNow && retries < maxRetries) return thrown;
				throw thrown;
			},
		);
		if (!(outcome instanceof FileNotNow)) return outcome.file;
		const now = time.now();
		const backoff = now + backoffMs(retries + 1, Math.random());
		const until = Math.max(backoff, (outcome.response && requestedRetryAt(outcome.response, now)) ?? backoff);
		if (until - now > maxWaitMs || !(await sleepUntil(until, cancelled, time))) throw outcome;
	}
}
