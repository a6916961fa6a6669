import { RateLimiters } from '../limits/rateLimiters';
import { systemTime } from './systemTime';

/** All rate limiters of this process; an engine test replaces them to simulate a new process. */
export const limiters = new RateLimiters(systemTime);
