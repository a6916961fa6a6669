import type { Usage } from '../server/limiter';
import { rateLimitHeaders, resetValue } from '../server/rateLimitHeaders';
import type { KairoAccount } from './account';

/** One limit for all requests together, and the account has one key. */
const bucket = 'account';

/** The used and free requests of the present window. */
export function usageOf({ limiter, settings }: KairoAccount): Usage {
	return limiter.usage(bucket, settings.requestsPerWindow);
}

/** False when all requests of the minute are used. */
export function takePlace({ limiter, settings }: KairoAccount): boolean {
	return !settings.rateLimits || limiter.take(bucket, settings.requestsPerWindow);
}

/** "Rate limit headers are included in every response" (docs/vendors/kairo.md#limits). */
export function limitHeaders(kairo: KairoAccount): Record<string, string> {
	const usage = usageOf(kairo);
	return rateLimitHeaders(usage, resetValue[kairo.settings.resetUnit](usage, kairo.clock));
}
