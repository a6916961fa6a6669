import { setTimeout as delay } from 'node:timers/promises';

/** Below jest's own limit (jest.config.js), so that a test that waits for nothing says so; a loaded machine needs most of it. */
const PATIENCE_MS = 25_000;

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 250;

/**
 * Looks again until it finds something, at growing intervals.
 * @param what name of the awaited thing, as in "the call"
 * @returns the thing found; throws when there is nothing in time
 */
export async function eventually<T>(
	what: string,
	look: () => Promise<T | undefined | false> | T | undefined | false,
	withinMs = PATIENCE_MS,
): Promise<T> {
	for (const start = Date.now(); ;) {
		const found = await look();
		if (found) return found;
		const waited = Date.now() - start;
		if (waited > withinMs) throw new Error(`${what}: not within ${withinMs / 1000} s`);
		await delay(Math.min(Math.max(FIRST_PAUSE_MS, waited / 20), LONGEST_PAUSE_MS));
	}
}

/** Looks again until it is so. */
export async function until(isSo: () => boolean, withinMs?: number): Promise<void> {
	await eventually('What is waited for', isSo, withinMs);
}
