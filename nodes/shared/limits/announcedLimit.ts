/** When a limit resets, by the monotonic clock (ms): the vendor's time, and the time until which it is believed. */
export interface Reset {
	named: number;
	believed: number;
}

/** The vendor's own count of the requests that are left. */
interface Quota {
	remaining: number;
	reset: Reset;
	/** The vendor's window that it belongs to. */
	window: WindowEnd;
}

/** When a window of the vendor ends (ms): by the vendor's clock if it names a point in time, otherwise by ours. */
export interface WindowEnd {
	at: number;
	clock: 'vendor' | 'ours';
}

function isSameWindow(end: WindowEnd, known: WindowEnd): boolean {
	return end.at <= known.at + (end.clock === 'vendor' ? ROUNDING_MS : LONGEST_WAY_MS);
}

/** A point in time is rounded to whole seconds. */
const ROUNDING_MS = 1_000;

/** A span ends later by the time that its answer was on the way. */
const LONGEST_WAY_MS = 10_000;

/** A reset that has passed. */
const OPEN: Reset = { named: 0, believed: 0 };

/** The later of two resets, each time by itself. */
export const later = (a: Reset, b: Reset): Reset => ({
	named: Math.max(a.named, b.named),
	believed: Math.max(a.believed, b.believed),
});

/**
 * The vendor's announcements about a limit: pauses, and the number of requests that are left. An announcement is
 * believed for one window at most, counted from its arrival. If the vendor named a later time, one request then probes,
 * and the others wait for its answer. All times are by the monotonic clock; call `endWhatIsOver` before every other
 * method.
 */
export class AnnouncedLimit {
	private paused = OPEN;

	private quota: Quota | undefined;

	private probe: 'none' | 'due' | 'out' = 'none';

	/** When a window of the vendor ended, until the vendor announces the next one. */
	private endedAt: number | undefined;

	/** @param longestMs how long an announcement is believed at most */
	constructor(private readonly longestMs: number) {}

	/** No request leaves before `named`. A shorter pause does not end a longer one. */
	pause(named: number, now: number): void {
		this.paused = later(this.paused, this.believe(named, now));
	}

	/**
	 * Responses overtake each other, and the vendor may not yet have counted requests on the way. So within one window
	 * of the vendor the smaller count is right, and a first count is taken as if it included none of those on the way.
	 * A response that was on its way for long puts the reset too late, never too early, so the earliest is right.
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

	/**
	 * A request came back.
	 * @param isAccepted the vendor did not refuse it as one too many
	 */
	cameBack(isAccepted: boolean): void {
		if (isAccepted) this.probe = 'none';
		else if (this.probe === 'out') this.probe = 'due';
	}

	/** Whether one request should find out how many are left, although our own count is full. */
	get isProbeDue(): boolean {
		return this.probe === 'due';
	}

	/** Whether a probe is on its way, and its answer must be awaited. */
	get isProbing(): boolean {
		return this.probe === 'out';
	}

	/** The end of the present pause; a past time when there is none. */
	closedBy(): Reset {
		return this.quota && this.quota.remaining <= 0 ? later(this.paused, this.quota.reset) : this.paused;
	}

	/** The vendor's last count, until its window ends. */
	left(): { remaining: number; named: number } | undefined {
		return this.quota && { remaining: this.quota.remaining, named: this.quota.reset.named };
	}

	/** Forgets announcements that are over. */
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
	 * By our count no request may leave. When the vendor's window has ended, it may count from 0 again, or drop only
	 * the oldest request. One request finds out.
	 */
	probeNextWindow(): void {
		if (this.endedAt !== undefined && this.probe === 'none') this.probe = 'due';
	}

	/**
	 * The vendor accepted a request and did not announce how many are left.
	 * @returns when its last window ended: earlier requests do not count any more
	 */
	saidNothing(): number | undefined {
		const { endedAt } = this;
		this.endedAt = undefined;
		return endedAt;
	}

	private believe(named: number, now: number): Reset {
		return { named, believed: Math.min(named, now + this.longestMs) };
	}
}
