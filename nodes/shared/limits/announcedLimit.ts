/** When a limit resets, by the monotonic clock (ms): as the vendor named it, and as far as that is believed. */
export interface Reset {
	named: number;
	believed: number;
}

/** The vendor's own count of the requests that are left. */
interface Quota {
	remaining: number;
	reset: Reset;
	/** Which of the vendor's windows it is of. */
	window: WindowEnd;
}

/** When a window of the vendor ends (ms): by its own clock where it names a point in time, else by ours. */
export interface WindowEnd {
	at: number;
	clock: 'vendor' | 'ours';
}

function isSameWindow(end: WindowEnd, known: WindowEnd): boolean {
	return end.at <= known.at + (end.clock === 'vendor' ? ROUNDING_MS : LONGEST_WAY_MS);
}

/** A point in time is rounded to whole seconds. */
const ROUNDING_MS = 1_000;

/** A span is later by as much as its answer was on the way. */
const LONGEST_WAY_MS = 10_000;

/** A reset that has passed. */
const OPEN: Reset = { named: 0, believed: 0 };

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

	/** When a window of the vendor ended, until it says what is left of the next one. */
	private endedAt: number | undefined;

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
		{ remaining, named, window, inFlight }: { remaining: number; named: number; window: WindowEnd; inFlight: number },
		now: number,
	): void {
		this.endedAt = undefined;
		const known = this.quota;
		this.quota =
			known && isSameWindow(window, known.window)
				? {
						remaining: Math.min(known.remaining, remaining),
						reset: this.believe(Math.min(known.reset.named, named), now),
						window: window.at < known.window.at ? window : known.window,
					}
				: {
						remaining: Math.max(0, remaining - inFlight),
						reset: this.believe(named, now),
						window,
					};
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

	/** Whether one request is to find out what is left, whatever counts by our own count. */
	get isProbeDue(): boolean {
		return this.probe === 'due';
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

	/** Forgets what is over. */
	endWhatIsOver(now: number): void {
		if (this.paused.believed <= now) {
			if (this.paused.named > now) this.probe = 'due';
			this.paused = OPEN;
		}
		if (!this.quota || this.quota.reset.believed > now) return;
		const { remaining, reset } = this.quota;
		this.quota = undefined;
		if (reset.named <= now) this.endedAt = reset.named;
		else if (remaining <= 0) this.probe = 'due';
	}

	/**
	 * By our count nothing may go out. Whether a vendor whose window has ended counts from 0, or only the oldest request no more, one
	 * request finds out.
	 */
	probeNextWindow(): void {
		if (this.endedAt !== undefined && this.probe === 'none') this.probe = 'due';
	}

	/** It accepted a request and did not say what is left. @returns when its last window ended: what went before does not count any more */
	saidNothing(): number | undefined {
		const { endedAt } = this;
		this.endedAt = undefined;
		return endedAt;
	}

	private believe(named: number, now: number): Reset {
		return { named, believed: Math.min(named, now + this.longestMs) };
	}
}
