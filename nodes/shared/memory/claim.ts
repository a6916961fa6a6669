import { SETTLED_MS } from './keyStore';

/** The period in which a write took place, in epoch ms: the store was read and written within it. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** After a slow write, a process waits this many times its duration, so that a winner sees it. */
const SLOWER = 3;

/**
 * After a slow write, a process waits at least this long: meanwhile a winner has looked at the store and has written
 * again.
 */
const LEAST_DOUBT_MS = 5_000;

/** How long a write took (ms). */
export const lasted = ({ from, to }: Span): number => to - from;

/** The process did not wait for the end of such a write. */
export const isSlow = (write: Span): boolean => lasted(write) > SETTLED_MS;

/** How long until the store shows the winners of the time of a write. */
export const doubtOf = (writeMs: number): number => Math.max(LEAST_DOUBT_MS, SLOWER * writeMs);

/** The wish of a process to be the only one with a key. The process writes its keys again until the winner is clear. */
export class Claim {
	readonly keys: readonly string[];

	/** A key that says who has won. The winner writes it again and again; a process in doubt only looks for it. */
	readonly won: string;

	/** Other processes that have read the store after this time know about it. */
	private knownSince = 0;

	private waitsUntil = 0;

	/** A write was slow: then the claim in the store says nothing about earlier winners. */
	private isDoubtful = false;

	private state: 'open' | 'settled' | 'lost' = 'open';

	/**
	 * @param own a key that no other process writes
	 * @param wanted a key that is never looked up
	 */
	constructor(
		readonly own: string,
		readonly wanted: string,
		along: readonly string[],
	) {
		this.keys = [own, wanted, ...along];
		this.won = wonKey(wanted);
	}

	get isOpen(): boolean {
		return this.state === 'open';
	}

	get isLost(): boolean {
		return this.state === 'lost';
	}

	get isInDoubt(): boolean {
		return this.isDoubtful;
	}

	/** How long the result cannot be known yet. */
	restMs(now: number): number {
		return Math.max(0, this.waitsUntil - now);
	}

	/**
	 * The claim was written for the first time.
	 * @param doubtUntil may be over
	 */
	written(at: number, doubtUntil: number): void {
		this.knownSince = at;
		this.waitsUntil = Math.max(at + SETTLED_MS, doubtUntil);
		this.isDoubtful = doubtUntil > at;
	}

	/**
	 * The claim was written again.
	 * @param before keys that were there
	 * @param doubtUntil end of the doubt from all writes so far
	 */
	asserted(before: ReadonlySet<string>, write: Span, doubtUntil: number): void {
		if (!before.has(this.own)) this.overwritten(before, write.to);
		if (this.mayHaveHidden(write)) this.doubt(doubtUntil);
		else if (write.from >= this.waitsUntil && this.isOpen) this.state = 'settled';
	}

	/** Another process has the wanted key, or other processes have written and both keys are gone. */
	private overwritten(before: ReadonlySet<string>, at: number): void {
		if (this.isLost) return;
		this.state = before.has(this.wanted) ? 'lost' : 'open';
		this.waitsUntil = Math.max(this.waitsUntil, at + SETTLED_MS);
		this.knownSince = at;
	}

	lose(): void {
		this.state = 'lost';
	}

	/**
	 * A rival that does not know the claim began its write before the claim was there. The longer its write takes, the
	 * longer it waits itself, and in the end it finds the keys of this write instead of its own.
	 */
	private mayHaveHidden(write: Span): boolean {
		const knownMs = write.from - this.knownSince;
		return lasted(write) > (knownMs <= SETTLED_MS ? SETTLED_MS : doubtOf(knownMs));
	}

	private doubt(until: number): void {
		this.isDoubtful = true;
		this.waitsUntil = Math.max(this.waitsUntil, until);
	}
}

/** Keys to remove together with the key. */
export const wonKey = (wanted: string): string => `${wanted} won`;
