import { sleep } from 'n8n-workflow';

import type { Time } from '../contract/time';

/** The one source of time of the shipped nodes; engine tests put a scaled one in its place. */
export const systemTime: Time = { now: () => Date.now(), sleep };

/** By which others wait: a model for its tool, a vendor for the answer to what it delivers; engine tests scale it less, as it holds their own work as well. */
export const callerTime: Time = systemTime;
