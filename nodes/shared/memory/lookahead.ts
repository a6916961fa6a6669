import type { Time } from '../contract/time';

const FIRST = 5;

/** The most groups that a write takes along. */
export const MOST_AHEAD = 500;

/** The share of the time that writing may take in the long run: one hundredth. */
const SPARSE = 100;

/** Writing that has taken less than this beyond its share is not worth any doubt, in milliseconds. */
const MOST_DEBT_MS = 250;

/** However slow the database is: what was written for longer than this before it leaves would be in doubt after a crash. */
const MOST_REST_MS = 2_000;

/**
 * How many announced groups a write takes along: none while writing costs little beside the requests, ever more while it
 * costs much. Whatever is written early may be left in doubt by a crash, so it is never more than goes out within a few
 * seconds.
 */
export class Lookahead {
	private ahead = 0;

	private startedAt = 0;

	private endedAt: number;

	/** How long the last write took, in milliseconds. */
	private tookMs = 0;

	/** How much longer than its share writing has taken, in milliseconds. */
	private debtMs = 0;

	constructor(private readonly time: Time) {
		this.endedAt = time.now();
	}

	/** How long the next write can wait, unless a request waits for it, in milliseconds. */
	get restMs(): number {
		return this.isInDebt ? Math.min(MOST_REST_MS, SPARSE * this.tookMs) : 0;
	}

	/** A write starts. @returns how many groups it takes along */
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
