import type { RateLimit } from '../contract/rateLimit';
import { NestedLimiter, type Limiter } from './nestedLimiter';
import type { RateLimiters } from './rateLimiters';

const MINUTE = 60;

/**
 * A vendor's limits for one account.
 * @param perMinute the account's limit, instead of each documented number per minute; undefined leaves these
 */
export const accountLimits = (
	documented: Record<string, RateLimit>,
	perMinute: number | undefined,
): Record<string, RateLimit> =>
	perMinute === undefined
		? documented
		: Object.fromEntries(
				Object.entries(documented).map(([name, limit]) => [
					name,
					limit.perSeconds === MINUTE ? { ...limit, requests: perMinute } : limit,
				]),
			);

/** The limits that count a request of an account: its own limit, and the wider ones around it. */
export function limiterOf(
	limiters: RateLimiters,
	account: string,
	limits: Record<string, RateLimit>,
	name: string,
): Limiter {
	const limit = limits[name];
	const own = limiters.of(account, name, limit);
	return limit?.within === undefined ? own : new NestedLimiter(own, limiterOf(limiters, account, limits, limit.within));
}
