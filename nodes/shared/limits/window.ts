import { Fifo } from './fifo';

/**
 * The count of requests of a documented limit. A place in the window is free again one window after its *response* came
 * back. The vendor saw the request before that, so its own window, fixed or sliding, never counts more than ours. All
 * times are milliseconds by one clock that never goes back.
 */
export class Window {
	/** The times of responses that still count, oldest first. */
	private readonly finishedAt = new Fifo<number>();

	/** @param requests most in any `ms`; it may change, and the requests that count go on counting */
	constructor(
		public requests: number,
		readonly ms: number,
	) {}

	/** Counts a request when its response has come. */
	add(now: number): void {
		this.dropOld(now);
		this.finishedAt.push(now);
	}

	/** How many requests count. */
	count(now: number): number {
		this.dropOld(now);
		return this.finishedAt.length;
	}

	/** When a place of `most` will be free, for finished requests; a past time when one is free. */
	closedUntil(now: number, most: number): number {
		const oldest = this.finishedAt.at(this.count(now) - most);
		return oldest === undefined ? 0 : oldest + this.ms;
	}

	/** When the oldest one stops counting. */
	end(now: number): number {
		this.dropOld(now);
		return (this.finishedAt.at(0) ?? now) + this.ms;
	}

	/** Responses up to this time count no more: the vendor has started a new window. */
	forgetUntil(moment: number): void {
		for (let oldest = this.finishedAt.at(0); oldest !== undefined && oldest <= moment; oldest = this.finishedAt.at(0)) {
			this.finishedAt.shift();
		}
	}

	private dropOld(now: number): void {
		this.forgetUntil(now - this.ms);
	}
}
