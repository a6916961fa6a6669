import type { RateLimit } from '../../nodes/shared/contract/rateLimit';
import { RateLimiters } from '../../nodes/shared/limits/rateLimiters';
import { systemTime } from './scaledTime';

let current = new RateLimiters(systemTime);

/** Hears of each limit that a request is counted by, before it leaves. */
type Listener = (limit: RateLimit | undefined) => void;

let listener: Listener = () => {};

export function listenToLimits(heard: Listener): void {
	listener = heard;
}

/** Takes the place of the shipped nodes' rate limiters. */
export const limiters: Pick<RateLimiters, 'of' | 'announcedQuota'> = {
	of(account, tier, limit) {
		listener(limit);
		return current.of(account, tier, limit);
	},
	announcedQuota: (account) => current.announcedQuota(account),
};

/** As if n8n had just started: no rate limit has been used. */
export function restartLimiters(): void {
	current = new RateLimiters(systemTime);
}
