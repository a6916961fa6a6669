import type { Time } from '../contract/time';

/**
 * A clock that never goes back: when the system's clock is set back, it goes on from its last value. So a stored span
 * never has more ahead of it than its own length. (When the system's clock is set forward, this clock jumps too:
 * requests may leave early and be refused, which costs them a wait.)
 */
export class MonotonicClock {
	/** How far it is ahead of the system's clock (ms). */
	private ahead = 0;

	private lastRead = -Infinity;

	constructor(private readonly time: Pick<Time, 'now'>) {}

	/** Milliseconds; only differences mean something. */
	now(): number {
		const epochMs = this.time.now();
		if (epochMs < this.lastRead) this.ahead += this.lastRead - epochMs;
		this.lastRead = epochMs;
		return epochMs + this.ahead;
	}

	/** A time of this clock as a time of the system's clock now (epoch ms). */
	toEpoch(moment: number): number {
		this.now();
		return moment - this.ahead;
	}

	/** A time of the system's clock now (epoch ms) as a time of this clock. */
	fromEpoch(epochMs: number): number {
		this.now();
		return epochMs + this.ahead;
	}
}
