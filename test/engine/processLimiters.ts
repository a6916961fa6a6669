import { RateLimiters } from '../../nodes/shared/limits/rateLimiters';
import { systemTime } from './scaledTime';

let current = new RateLimiters(systemTime);

/** Takes the place of the shipped nodes' rate limiters. */
export const limiters: Pick<RateLimiters, 'of' | 'announcedQuota'> = {
	of: (...limit) => current.of(...limit),
	announcedQuota: (account) => current.announcedQuota(account),
};

/** As if n8n had just started: nobody has used a rate limit. */
export function restartLimiters(): void {
	current = new RateLimiters(systemTime);
}
