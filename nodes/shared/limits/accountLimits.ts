import type { RateLimit } from '../contract/rateLimit';
import { NestedLimiter, type Limiter } from './nestedLimiter';
import type { RateLimiters } from './rateLimiters';

const MINUTE = 60;

/**
 * A vendor's limits as an account has them.
 * @param perMinute what the account is allowed, in place of each documented number by the minute; undefined leaves these
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

/** What a request of an account must pass: its limit, and those that this one lies within. */
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
