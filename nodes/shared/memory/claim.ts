import { SETTLED_MS } from './keyStore';

/** A time from when to when something was written, in epoch ms: the store was read and written in between. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** Who was slow waits so many times as long as that took, for a winner to see it. */
const SLOWER = 3;

/** Who was slow waits at least so long: whoever has won meanwhile has looked by then, and has said so. */
const LEAST_DOUBT_MS = 5_000;

export const lasted = ({ from, to }: Span): number => to - from;

/** Nobody has waited for the end of such a write. */
export const isSlow = (write: Span): boolean => lasted(write) > SETTLED_MS;

/** How long it takes until those show who have won while a write was going on. */
export const doubtOf = (writeMs: number): number => Math.max(LEAST_DOUBT_MS, SLOWER * writeMs);

/** A process wants to be the only one to have a key, and goes on asserting what it has written until that has shown. */
export class Claim {
	readonly keys: readonly string[];

	/** Who has the wanted key writes it; who is in doubt looks for it. */
	readonly won: string;

	/** Whoever has read the store since then knows of it. */
	private knownSince = 0;

	private waitsUntil = 0;

	/** Some write was slow: whether the claim is there says nothing about those who have won before. */
	private isDoubtful = false;

	private state: 'open' | 'settled' | 'lost' = 'open';

	/**
	 * @param own a key that no other process writes
	 * @param wanted one that is never looked for
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

	/** How long nothing can show yet. */
	restMs(now: number): number {
		return Math.max(0, this.waitsUntil - now);
	}

	/** It was written for the first time. @param doubtUntil may be over */
	written(at: number, doubtUntil: number): void {
		this.knownSince = at;
		this.waitsUntil = Math.max(at + SETTLED_MS, doubtUntil);
		this.isDoubtful = doubtUntil > at;
	}

	/** It was written once more. @param before keys that were there @param doubtUntil what the writes so far leave in doubt */
	asserted(before: ReadonlySet<string>, write: Span, doubtUntil: number): void {
		if (!before.has(this.own)) this.overwritten(before, write.to);
		if (this.mayHaveHidden(write)) this.doubt(doubtUntil);
		else if (write.from >= this.waitsUntil && this.isOpen) this.state = 'settled';
	}

	/** By who has the wanted key, or by others who have none of both. */
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
	 * Who does not know of the claim has been writing since before it was there: the longer that is, the longer he waits himself,
	 * and finds at last what this write puts in the place of his own.
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

/** To be taken out with the key. */
export const wonKey = (wanted: string): string => `${wanted} won`;
