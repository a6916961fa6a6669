/** Timers take no longer time than 24 days, in ms. */
const LONGEST_MS = 2 ** 31 - 1;

interface Due {
	/** By the clock that nobody sets, in ms. */
	at: number;
	act: () => void;
}

/** Calls when something is due. One timer for all, as nearly all of it is over long before: one for each would cost more than it brings. */
export class DueWatch {
	private readonly waiting = new Set<Due>();

	private wakesAt = Infinity;

	/**
	 * @param ms from now on
	 * @returns for what is over before
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
			// An earlier one has come in between, and has seen to the rest.
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

/** Of the process. */
export const dueWatch = new DueWatch();
