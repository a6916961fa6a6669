/** When a limit resets, by the monotonic clock (ms): as the vendor named it, and as far as that is believed. */
export interface Reset {
	named: number;
	believed: number;
}

/** The vendor's own count of the requests that are left. */
interface Quota {
	remaining: number;
	reset: Reset;
	/** Which of the vendor's windows it is of: when that ends, by whichever clock, always the same one. */
	window: number;
}

/** A reset that has passed. */
export const OPEN: Reset = { named: 0, believed: 0 };

/** Vendors round to whole seconds. */
const ROUNDING_MS = 1_000;

export const later = (a: Reset, b: Reset): Reset => ({
	named: Math.max(a.named, b.named),
	believed: Math.max(a.believed, b.believed),
});

/**
 * What the vendor has said about a limit: pauses that it asked for and the requests that are left. It is believed as far as it
 * can be true: for one window at most, counted from when it was said. If it named a later time, one request then probes, and
 * the others wait for its answer. All times are by the monotonic clock; `endWhatIsOver` comes before every other look.
 */
export class AnnouncedLimit {
	private paused = OPEN;

	private quota: Quota | undefined;

	private probe: 'none' | 'due' | 'out' = 'none';

	/** @param longestMs how long it is believed at most */
	constructor(private readonly longestMs: number) {}

	/** Nothing goes out before `named`. A shorter pause does not end a longer one. */
	pause(named: number, now: number): void {
		this.paused = later(this.paused, this.believe(named, now));
	}

	/**
	 * Responses overtake each other, and requests on the way may not be counted in them yet. So within one window of the vendor the
	 * smaller count is right, and a first count is taken as if it knew of none of those on the way. A response that was long on its
	 * way puts the reset too late, never too early, so the earliest is right.
	 */
	announce(
		{ remaining, named, window, inFlight }: { remaining: number; named: number; window: number; inFlight: number },
		now: number,
	): void {
		const known = this.quota;
		this.quota =
			known && window <= known.window + ROUNDING_MS
				? {
						remaining: Math.min(known.remaining, remaining),
						reset: this.believe(Math.min(known.reset.named, named), now),
						window: Math.min(known.window, window),
					}
				: { remaining: Math.max(0, remaining - inFlight), reset: this.believe(named, now), window };
	}

	/** A request went out. */
	countOne(): void {
		if (this.quota) this.quota.remaining -= 1;
		if (this.probe === 'due') this.probe = 'out';
	}

	/** A request came back. @param isAccepted it got an answer other than that it was too much */
	cameBack(isAccepted: boolean): void {
		if (isAccepted) this.probe = 'none';
		else if (this.probe === 'out') this.probe = 'due';
	}

	/** Whether a probe is on its way, whose answer must be awaited. */
	get isProbing(): boolean {
		return this.probe === 'out';
	}

	/** What closes the limit now, a time that has passed when nothing does. */
	closedBy(): Reset {
		return this.quota && this.quota.remaining <= 0 ? later(this.paused, this.quota.reset) : this.paused;
	}

	/** What it last counted, until its window ends. */
	left(): { remaining: number; named: number } | undefined {
		return this.quota && { remaining: this.quota.remaining, named: this.quota.reset.named };
	}

	/** @returns when a window of the vendor ended, if one has: what went before does not count any more */
	endWhatIsOver(now: number): number | undefined {
		if (this.paused.believed <= now) {
			if (this.paused.named > now) this.probe = 'due';
			this.paused = OPEN;
		}
		if (!this.quota || this.quota.reset.believed > now) return undefined;
		const { remaining, reset } = this.quota;
		this.quota = undefined;
		if (reset.named <= now) return reset.named;
		if (remaining <= 0) this.probe = 'due';
		return undefined;
	}

	private believe(named: number, now: number): Reset {
		return { named, believed: Math.min(named, now + this.longestMs) };
	}
}
