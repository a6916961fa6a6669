/** The driver's clock. It is a parameter, so that tests run scaled windows exactly. */
export interface Time {
	/** Epoch milliseconds. */
	now(): number;
	sleep(milliseconds: number): Promise<void>;
}

/** Longest nap between two checks of the Stop button. */
const NAP_MS = 200;

/**
 * Sleeps until `until` (epoch ms), in naps short enough to obey Stop within 250 ms.
 * @returns false when `cancelled` turned true first
 */
export async function sleepUntil(until: number, cancelled: () => boolean, time: Time): Promise<boolean> {
	while (!cancelled()) {
		const left = until - time.now();
		if (left <= 0) return true;
		await time.sleep(Math.min(left, NAP_MS));
	}
	return false;
}
