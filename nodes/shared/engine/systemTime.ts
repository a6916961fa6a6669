import { sleep } from 'n8n-workflow';

import type { Time } from '../contract/time';

/** The only source of time of the shipped nodes; engine tests replace it by a scaled one. */
export const systemTime: Time = { now: () => Date.now(), sleep };

/**
 * The time of callers that wait: a model for its tool, a vendor for the answer to its delivery. Engine tests scale it
 * less, because it includes their own work.
 */
export const callerTime: Time = systemTime;
