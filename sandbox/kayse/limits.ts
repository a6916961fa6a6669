import { rateLimitHeaders, resetValue } from '../server/rateLimitHeaders';
import { tooManyRequests } from './errors';
import type { Kayse } from './kayse';

/** The limit is per key and for all endpoints together, and the company has one key. */
const bucket = 'key';

/** "Rate-limiting details are included in the response headers" (docs/vendors/kayse.md#limits). */
export function limitHeaders({ limiter, settings, clock }: Kayse): Record<string, string> {
	const usage = limiter.usage(bucket, settings.requestsPerWindow);
	return rateLimitHeaders(
		usage,
		settings.resetUnit === 'none' ? undefined : resetValue[settings.resetUnit](usage, clock),
	);
}

/** 429 unless the key has a request left. */
export function takePlace(kayse: Kayse): void {
	const { settings, limiter } = kayse;
	if (settings.rateLimits && !limiter.take(bucket, settings.requestsPerWindow))
		throw tooManyRequests(limitHeaders(kayse));
}
