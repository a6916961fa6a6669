import type { Time } from '../contract/time';

const FIRST = 5;

/** The most groups that a write includes. */
export const MOST_AHEAD = 500;

/** The share of the time that writing may take in the long run: one hundredth. */
const SPARSE = 100;

/** Up to this excess over its share, writing stays without risk of unknown items, in milliseconds. */
const MOST_DEBT_MS = 250;

/** The limit for slow databases: an intent that is written longer before its request would be unknown after a crash. */
const MOST_REST_MS = 2_000;

/**
 * How many announced groups a write includes: none while writing costs little compared with the requests, and more the
 * more it costs. A crash makes early intents unknown, so a write never includes more than the requests of a few
 * seconds.
 */
export class Lookahead {
	private ahead = 0;

	private startedAt = 0;

	private endedAt: number;

	/** How long the last write took, in milliseconds. */
	private tookMs = 0;

	/** By how much writing has exceeded its share, in milliseconds. */
	private debtMs = 0;

	constructor(private readonly time: Time) {
		this.endedAt = time.now();
	}

	/** How long the next write can wait if no request waits for it, in milliseconds. */
	get restMs(): number {
		return this.isInDebt ? Math.min(MOST_REST_MS, SPARSE * this.tookMs) : 0;
	}

	/**
	 * A write starts.
	 * @returns how many groups it includes
	 */
	next(): number {
		this.startedAt = this.time.now();
		const restedMs = this.startedAt - this.endedAt;
		this.debtMs = Math.max(0, this.debtMs - restedMs / SPARSE);
		const isMore = this.isInDebt && restedMs < MOST_REST_MS;
		this.ahead = isMore ? Math.min(MOST_AHEAD, Math.max(FIRST, this.ahead * 2)) : Math.floor(this.ahead / 2);
		return this.ahead;
	}

	/** It has ended. */
	wrote(): void {
		this.endedAt = this.time.now();
		this.tookMs = this.endedAt - this.startedAt;
		this.debtMs += this.tookMs;
	}

	private get isInDebt(): boolean {
		return this.debtMs > MOST_DEBT_MS;
	}
}
