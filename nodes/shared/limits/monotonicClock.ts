import type { Time } from '../executor/time';

/**
 * A clock that never goes back: when the system's clock is set back, it goes on from where it was last read. A span that is
 * stored by it therefore never has more ahead of it than its own length, wherever the system's clock is set. (When that is set
 * forward, this one jumps too: requests may go out early and be refused, which costs them a wait.)
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

	/** A moment of this clock by the system's clock, as it is set now (epoch ms). */
	toEpoch(moment: number): number {
		this.now();
		return moment - this.ahead;
	}

	/** A moment by the system's clock, as it is set now (epoch ms), by this clock. */
	fromEpoch(epochMs: number): number {
		this.now();
		return epochMs + this.ahead;
	}
}
