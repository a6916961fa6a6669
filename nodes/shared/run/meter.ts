import type { ListEnd } from '../contract/listEnd';
import type { Time } from '../contract/time';
import type { Meter } from '../http/send';

/** Counts the requests of a run and the time that it waited for a rate limit, and collects notes for the user. */
export class RunMeter implements Meter {
	/** Requests that went out, including further tries. */
	requests = 0;

	/**
	 * The limits that requests waited for while the run stood still, in words; '' for a limit that only the vendor
	 * counts.
	 */
	readonly limits = new Set<string>();

	/** True when a request that writes was about to leave. */
	hasWritten = false;

	/** How the lists of items ended, by item. */
	readonly listEnds = new Map<number, ListEnd>();

	/** Notes of the operation for the user. */
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

	/** Time in which requests waited and no request was on the wire, in ms. */
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
