import type { IncomingResponse } from '../contract/exchange';
import { ItemFailure, type Failure } from '../contract/failure';
import { sleepUntil, type Time } from '../contract/time';
import { backoffMs, requestedRetryAt } from '../limits/waits';
import type { RetryLimits } from './send';

/** The host cannot send the file now, or did not send all of it. */
export class FileNotNow extends ItemFailure {
	/** @param response of the host, if there was one */
	constructor(
		failure: Omit<Failure, 'kind'>,
		readonly response?: IncomingResponse,
	) {
		super({ kind: 'unavailable', ...failure });
	}
}

type Limits = Pick<RetryLimits, 'maxRetries' | 'maxWaitMs' | 'cancelled'>;

/**
 * Downloads a file with the retries of every reading: after 429, 5xx and a broken connection, at the time that the host
 * names, otherwise with backoff.
 * @throws ItemFailure when the file cannot be downloaded within the limits
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
