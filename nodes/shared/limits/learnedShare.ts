import { RefusedWindows } from './refusedWindows';

/** After so many windows without a refusal the process takes more, to find out whether the others have stopped. */
const PATIENCE = 5;

/** By this factor it then grows from window to window. */
const GROWTH = 1.25;

/** By then it has grown to several times its start: no other process uses the key. */
const LONGEST_GROWTH = 7;

/** Refusals that are closer than this part of a window belong to one window. */
const SAME_WINDOW = 0.75;

/**
 * The share of a limit that this process takes if others use the same key: other workers of n8n, other programs. They
 * cannot talk to each other. In a window with refusals, the requests of all that got through add up to the limit. So
 * from the second such window in a row on, each process keeps to its own number, and sometimes tries for more. A single
 * window with refusals means nothing: the process may have been restarted in it. Times are milliseconds by one clock
 * that never goes back.
 */
export class LearnedShare {
	/** Requests in a window, as of `since`. */
	private learned: { requests: number; since: number } | undefined;

	/** The number of requests that count while refusals come in. */
	private refusedAfter: number | undefined;

	private readonly refusals: RefusedWindows;

	constructor(private readonly windowMs: number) {
		this.refusals = new RefusedWindows(windowMs, SAME_WINDOW * windowMs);
	}

	/**
	 * The vendor refuses.
	 * @param counted requests of this process that count in the present window
	 */
	refused(counted: number): void {
		this.refusedAfter ??= counted;
	}

	/** A request that was on its way during the refusals got through. */
	accepted(): void {
		if (this.refusedAfter !== undefined) this.refusedAfter += 1;
	}

	/** A request leaves: the refusals before it are over. */
	goOn(now: number): void {
		const counted = this.refusedAfter;
		if (counted === undefined) return;
		this.refusedAfter = undefined;
		const isOften = this.refusals.add(now);
		if (isOften || this.learned) this.learned = { requests: Math.max(1, counted), since: now };
	}

	/** Most requests of this process in a window; Infinity while no other process seems to use the key. */
	requests(now: number): number {
		if (!this.learned) return Infinity;
		const { requests, since } = this.learned;
		const growth = Math.floor((now - since) / this.windowMs) - PATIENCE + 1;
		if (growth <= 0) return requests;
		if (growth < LONGEST_GROWTH) return Math.floor(requests * GROWTH ** growth) + growth;
		this.learned = undefined;
		return Infinity;
	}
}
