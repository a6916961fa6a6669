/** Refusals that are more windows apart are unrelated. */
const CHAIN = 2.5;

/** Windows in a row in which the vendor refused. A single one means nothing: the process may have been restarted in it. */
export class RefusedWindows {
	private first = -Infinity;

	private last = -Infinity;

	/** @param sameWindowMs refusals that are closer to each other belong to one window */
	constructor(
		private readonly windowMs: number,
		private readonly sameWindowMs: number,
	) {}

	/** Whether there were refusals not long ago. */
	isRecent(now: number): boolean {
		return now - this.last <= CHAIN * this.windowMs;
	}

	/**
	 * A refusal.
	 * @returns whether it is in the second window of those in a row, or in a later one
	 */
	add(now: number): boolean {
		if (!this.isRecent(now)) this.first = now;
		this.last = now;
		return now - this.first >= this.sameWindowMs;
	}
}
