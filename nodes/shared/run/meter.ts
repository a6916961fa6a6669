import type { Time } from '../contract/time';
import type { Meter } from '../http/send';

/** Counts the requests of a run, and the time in which it stood still for a rate limit. */
export class RunMeter implements Meter {
	/** Requests that went out, further tries included. */
	requests = 0;

	/** Names of the limits that requests waited for when the run stood still. */
	readonly limits = new Set<string>();

	private stoodStillMs = 0;

	private waiting: string[] = [];

	private onTheWire = 0;

	private stillSince: number | undefined;

	constructor(private readonly time: Pick<Time, 'now'>) {}

	/** A request waits for a place of this limit. */
	waits(limit: string): void {
		this.update(() => this.waiting.push(limit));
	}

	/** It waits no more, whether it goes out or not. */
	waited(limit: string): void {
		this.update(() => this.waiting.splice(this.waiting.indexOf(limit), 1));
	}

	sent(): void {
		this.requests += 1;
		this.update(() => (this.onTheWire += 1));
	}

	answered(): void {
		this.update(() => (this.onTheWire -= 1));
	}

	/** Time in which requests waited and none was on the wire, in ms. */
	stoodStill(): number {
		this.update(() => {});
		return this.stoodStillMs;
	}

	private update(change: () => void): void {
		const now = this.time.now();
		if (this.stillSince !== undefined) {
			const ms = now - this.stillSince;
			this.stoodStillMs += ms;
			if (ms > 0) for (const limit of this.waiting) this.limits.add(limit);
		}
		change();
		this.stillSince = this.waiting.length > 0 && this.onTheWire === 0 ? now : undefined;
	}
}
