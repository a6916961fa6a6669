import { RateLimiters } from '../limits/rateLimiters';
import { systemTime } from './systemTime';

/** All rate limiters of this process; engine tests put those of a process in its place that has just started. */
export const limiters = new RateLimiters(systemTime);
