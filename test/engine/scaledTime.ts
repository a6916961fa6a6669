import { setTimeout as delay } from 'node:timers/promises';

/** How many times faster than real time node and sandbox live: a window of 60 s lasts 600 ms. */
export const TIME_SCALE = 100;

/** The real time from which time runs faster, in epoch milliseconds; the sandbox's clock gets the same. */
export const SCALED_SINCE = Date.now();

/** How many times faster than real time a model, or a vendor that delivers, waits. What the tests themselves need of it, on a loaded machine, is not scaled. */
const CALLER_SCALE = 10;

/** Takes the place of the shipped nodes' time. */
export const systemTime = {
	now: () => SCALED_SINCE + (Date.now() - SCALED_SINCE) * TIME_SCALE,
	sleep: async (milliseconds: number) => {
		// What the node still sleeps for when all tests have ended does not keep the process.
		await delay(milliseconds / TIME_SCALE, undefined, { ref: false });
	},
};

/** The same for the time by which a model waits. */
export const callerTime = {
	now: () => SCALED_SINCE + (Date.now() - SCALED_SINCE) * CALLER_SCALE,
	sleep: async (milliseconds: number) => {
		await delay(milliseconds / CALLER_SCALE, undefined, { ref: false });
	},
};
