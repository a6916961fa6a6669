import type { ListEnd } from '../contract/listEnd';
import type { Time } from '../contract/time';
import type { Meter } from '../http/send';

/** Counts the requests of a run, and the time in which it stood still for a rate limit; holds what its user should know. */
export class RunMeter implements Meter {
	/** Requests that went out, further tries included. */
	requests = 0;

	/** The limits that requests waited for when the run stood still, in words; '' for one by the vendor's own count. */
	readonly limits = new Set<string>();

	/** A request that writes was about to go out. */
	hasWritten = false;

	/** How the lists of items ended, by item. */
	readonly listEnds = new Map<number, ListEnd>();

	/** What the operation wants the user to know. */
	readonly warnings = new Set<string>();

	private stoodStillMs = 0;

	private waiting = 0;

	private onTheWire = 0;

	private stillSince: number | undefined;

	constructor(private readonly time: Pick<Time, 'now'>) {}

	waits(): number {
		this.update(() => (this.waiting += 1));
		return this.stoodStillMs;
	}

	waited(limit: string, stoodStillMs: number): void {
		this.update(() => (this.waiting -= 1));
		if (this.stoodStillMs > stoodStillMs) this.limits.add(limit);
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
		if (this.stillSince !== undefined) this.stoodStillMs += now - this.stillSince;
		change();
		this.stillSince = this.waiting > 0 && this.onTheWire === 0 ? now : undefined;
	}
}
