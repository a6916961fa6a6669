import type { Clock } from '../time/clock';
import type { Usage } from './limiter';

/** The vendors' units for the end of a window. */
export const resetValue = {
	epochSeconds: ({ resetsAt }: Usage, _clock: Clock) => Math.ceil(resetsAt / 1000),
	epochMilliseconds: ({ resetsAt }: Usage, _clock: Clock) => resetsAt,
	secondsLeft: ({ resetsAt }: Usage, clock: Clock) => clock.secondsUntil(resetsAt),
} as const;

/** `X-RateLimit-Limit/Remaining/Reset`; without a reset value the last one is left out. */
export function rateLimitHeaders({ limit, remaining }: Usage, reset: number | undefined): Record<string, string> {
	return {
		'x-ratelimit-limit': String(limit),
		'x-ratelimit-remaining': String(remaining),
		...(reset === undefined ? {} : { 'x-ratelimit-reset': String(reset) }),
	};
}
