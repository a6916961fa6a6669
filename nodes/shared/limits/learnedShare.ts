/** After so many windows without a refusal it takes more, to find out whether the others are gone. */
const PATIENCE = 5;

/** From then on it takes this many times as much in each window as in the one before. */
const GROWTH = 1.25;

/** By then it has grown to several times what it was: nobody else is there. */
const LONGEST_GROWTH = 7;

/** Refusals further apart than so many windows have nothing to do with each other. */
const CHAIN = 2.5;

/** Refusals closer together than this part of a window are those of one window. */
const SAME_WINDOW = 0.75;

/**
 * How much of a limit this process takes where others use the same key: other workers of n8n, other programs. They cannot talk
 * to each other. What each got in a window in which requests were refused adds up to the limit. So from the second such window
 * in a row on each keeps to that, and now and then tries for more. One refused window alone means nothing: the process may have
 * been restarted in it. Times are milliseconds by one clock that never goes back.
 */
export class LearnedShare {
	/** Requests in a window, as of `since`. */
	private learned: { requests: number; since: number } | undefined;

	/** The requests that count while refusals come in. */
	private refusedAfter: number | undefined;

	/** The first and the last of the refused windows that follow each other. */
	private chain = { first: -Infinity, last: -Infinity };

	constructor(private readonly windowMs: number) {}

	/** The vendor refuses. @param counted requests of this process that count in the present window */
	refused(counted: number): void {
		this.refusedAfter ??= counted;
	}

	/** One that was on its way when others were refused has got through. */
	accepted(): void {
		if (this.refusedAfter !== undefined) this.refusedAfter += 1;
	}

	/** A request goes out: what was refused before it is over. */
	goOn(now: number): void {
		const counted = this.refusedAfter;
		if (counted === undefined) return;
		this.refusedAfter = undefined;
		if (now - this.chain.last > CHAIN * this.windowMs) this.chain.first = now;
		this.chain.last = now;
		const isOften = now - this.chain.first >= SAME_WINDOW * this.windowMs;
		if (isOften || this.learned) this.learned = { requests: Math.max(1, counted), since: now };
	}

	/** Most requests of this process in a window; Infinity as long as nobody else seems to be there. */
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
