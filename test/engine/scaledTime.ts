import { setTimeout as delay } from 'node:timers/promises';

/** How many times faster than real time node and sandbox live: a window of 60 s lasts 600 ms. */
export const TIME_SCALE = 100;

const start = Date.now();

/** Takes the place of the shipped nodes' time, in step with the sandbox's clock. */
export const systemTime = {
	now: () => start + (Date.now() - start) * TIME_SCALE,
	sleep: async (milliseconds: number) => {
		// What the node still sleeps for when all tests have ended does not keep the process.
		await delay(milliseconds / TIME_SCALE, undefined, { ref: false });
	},
};
