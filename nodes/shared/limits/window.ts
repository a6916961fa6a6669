import { Fifo } from './fifo';

/**
 * The count of requests of a documented limit. A place in the window is free again one window after its *response* came
 * back. The vendor saw the request before that, so its own window, fixed or sliding, can never count more than ours.
 * All times are milliseconds by one clock that never goes back.
 */
export class Window {
	/** When requests came back that still count, oldest first. */
	private readonly finishedAt = new Fifo<number>();

	/** @param requests most in any `windowMs`; may change, and what counts already counts on */
	constructor(
		public requests: number,
		private readonly windowMs: number,
	) {}

	/** Counts a request that came back. */
	add(now: number): void {
		this.dropOld(now);
		this.finishedAt.push(now);
	}

	/** How many requests count. */
	count(now: number): number {
		this.dropOld(now);
		return this.finishedAt.length;
	}

	/** When there is a place again as far as finished requests are concerned, of `most`; the past when there is one. */
	closedUntil(now: number, most: number): number {
		const oldest = this.finishedAt.at(this.count(now) - most);
		return oldest === undefined ? 0 : oldest + this.windowMs;
	}

	/** When the oldest one stops counting. */
	end(now: number): number {
		this.dropOld(now);
		return (this.finishedAt.at(0) ?? now) + this.windowMs;
	}

	/** What came back up to then counts no more: the vendor has started anew. */
	forgetUntil(moment: number): void {
		for (let oldest = this.finishedAt.at(0); oldest !== undefined && oldest <= moment; oldest = this.finishedAt.at(0)) {
			this.finishedAt.shift();
		}
	}

	private dropOld(now: number): void {
		this.forgetUntil(now - this.windowMs);
	}
}
