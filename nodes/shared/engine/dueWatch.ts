/** Timers accept at most 24 days, in ms. */
const LONGEST_MS = 2 ** 31 - 1;

interface Due {
	/** Time of the monotonic clock, in ms. */
	at: number;
	act: () => void;
}

/**
 * Calls a function at its time. There is one timer for all, because almost all are cancelled long before: one timer for
 * each would cost too much.
 */
export class DueWatch {
	private readonly waiting = new Set<Due>();

	private wakesAt = Infinity;

	/**
	 * @param ms from now on
	 * @returns a function to cancel
	 */
	add(ms: number, act: () => void): () => void {
		const due = { at: performance.now() + ms, act };
		this.waiting.add(due);
		this.wakeBy(due.at);
		return () => this.waiting.delete(due);
	}

	private wakeBy(at: number): void {
		if (at >= this.wakesAt) return;
		this.wakesAt = at;
		const ms = Math.min(Math.max(Math.ceil(at - performance.now()), 0), LONGEST_MS);
		AbortSignal.timeout(ms).addEventListener('abort', () => {
			// An earlier timer has run meanwhile and has set the next one.
			if (this.wakesAt === at) this.wake();
		});
	}

	private wake(): void {
		this.wakesAt = Infinity;
		const now = performance.now();
		const isDue = ({ at }: Due) => at <= now;
		// A process that stood still has several to call at once: the earliest first.
		const all = [...this.waiting].filter(isDue).sort((a, b) => a.at - b.at);
		for (const due of all) if (this.waiting.delete(due)) due.act();
		for (const { at } of this.waiting) this.wakeBy(at);
	}
}

/** The watch of this process. */
export const dueWatch = new DueWatch();
