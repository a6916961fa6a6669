import type { IncomingResponse } from '../contract/exchange';
import type { Time } from '../contract/time';
import { announcedQuota, type AnnouncedQuota } from './waits';
import { MonotonicClock } from './monotonicClock';
import type { RateLimit } from '../contract/rateLimit';
import { later, OPEN, AnnouncedLimit, type Reset } from './announcedLimit';
import { WaitingLine, type Waiter } from './waitingLine';
import { Window } from './window';

const DEFAULT_IN_FLIGHT = 5;
const HOUR_MS = 3_600_000;
const TOO_MANY = 429;

/** A request that wants to go out. */
export interface Acquisition extends Waiter {
	/** Longest wait for a limit to reset (ms). It does not bound the waiting for its turn. */
	maxWaitMs: number;
}

/** Why a request may not go out: it would have to wait for a limit until `resetAt` (epoch ms; the vendor's word if it gave one). */
export interface LimitReached {
	resetAt: number;
}

export type Admission = 'admitted' | 'cancelled' | LimitReached;

/**
 * The one way from this process to one limit of one account: requests go out in turns, never more than fit in flight at once
 * and never more than the limit allows in any window.
 *
 * What the vendor says overrules the documented limit, but closes the limiter for no longer than one documented window (an
 * hour where none is documented) before a request probes. Spans are measured by a monotonic clock.
 */
export class RateLimiter {
	private readonly clock: MonotonicClock;

	private readonly line: WaitingLine<Acquisition, LimitReached>;

	private readonly window: Window | undefined;

	private readonly vendor: AnnouncedLimit;

	private readonly maxInFlight: number;

	/** Whether the vendor has ever said what is left, which overrules the documented limit. */
	hasAnnounced = false;

	private inFlight = 0;

	/** @param limit undefined when none is documented */
	constructor(
		limit: RateLimit | undefined,
		private readonly time: Time,
	) {
		const windowMs = limit ? limit.perSeconds * 1_000 : HOUR_MS;
		this.clock = new MonotonicClock(time);
		this.window = limit && new Window(limit.requests, windowMs);
		this.vendor = new AnnouncedLimit(windowMs);
		this.maxInFlight = limit?.inFlight ?? DEFAULT_IN_FLIGHT;
		const gate = {
			tryEnter: () => this.tryEnter(),
			refusal: ({ maxWaitMs }: Acquisition) => this.refusal(maxWaitMs),
		};
		this.line = new WaitingLine(gate, time);
	}

	/** Takes over another number of requests, as where the user has changed that of the account. */
	allow(requests: number): void {
		if (!this.window || this.window.requests === requests) return;
		this.window.requests = requests;
		this.line.wake();
	}

	/** Waits for a place. What is `admitted` must call `release`, `releaseWithoutAnswer` or `releaseUnsent` afterwards. */
	async acquire(acquisition: Acquisition): Promise<Admission> {
		return await this.line.join(acquisition);
	}

	/** Gives the place back and learns from the response. After a 429 call `pause` too, in the same step. */
	release(response: IncomingResponse): void {
		const isAccepted = response.status !== TOO_MANY;
		this.free({ counts: isAccepted, isAccepted });
		// A refusal may carry such headers although other responses do not; its wait is in `pause`.
		if (!isAccepted) return;
		const now = this.update();
		const announced = announcedQuota(response.headers, this.time.now());
		if (announced) this.hasAnnounced = true;
		if (!announced) return;
		const { remaining, resetAt, vendorResetAt } = announced;
		const named = this.clock.fromEpoch(resetAt);
		this.vendor.announce({ remaining, named, window: vendorResetAt ?? named, inFlight: this.inFlight }, now);
	}

	/** Gives the place back after a request without a response; the vendor may have counted it. */
	releaseWithoutAnswer(): void {
		this.free({ counts: true, isAccepted: false });
	}

	/** Gives the place back of what was not sent after all. */
	releaseUnsent(): void {
		this.free({ counts: false, isAccepted: false });
	}

	/** A refusal for too many requests: nothing goes out before `until` (epoch ms), as far as that can be true. */
	pause(until: number): void {
		const now = this.update();
		this.vendor.pause(this.clock.fromEpoch(until), now);
	}

	/** The end of the current window by our own count (epoch ms), for a refusal that names no time. */
	endOfWindow(): number | undefined {
		return this.window && this.clock.toEpoch(this.window.end(this.clock.now()));
	}

	/** What the vendor last said about the requests that are left in its present window. */
	announced(): AnnouncedQuota | undefined {
		this.update();
		const left = this.vendor.left();
		return left && { remaining: left.remaining, resetAt: this.clock.toEpoch(left.named) };
	}

	/** Whether nothing is under way, counts or closes (and so nothing waits): a new limiter would do as well. */
	isIdle(): boolean {
		const now = this.update();
		const isUsed = this.inFlight > 0 || (this.window?.count(now) ?? 0) > 0;
		return !isUsed && !this.vendor.left() && this.closedBy(now).believed <= now;
	}

	/** Vendors do not count what they refuse for being too much. */
	private free({ counts, isAccepted }: { counts: boolean; isAccepted: boolean }): void {
		this.inFlight -= 1;
		if (counts) this.window?.add(this.clock.now());
		this.vendor.cameBack(isAccepted);
		this.line.wake();
	}

	private tryEnter(): number {
		const now = this.update();
		const closedMs = this.closedBy(now).believed - now;
		if (closedMs > 0) return closedMs;
		if (!this.hasPlace(now)) return Infinity;
		this.inFlight += 1;
		this.vendor.countOne();
		return 0;
	}

	/** A wait that is too long ends at once, by the time that the vendor named: the user reads it. */
	private refusal(maxWaitMs: number): LimitReached | undefined {
		const now = this.update();
		const { named } = this.closedBy(now);
		return named - now > maxWaitMs ? { resetAt: this.clock.toEpoch(named) } : undefined;
	}

	private hasPlace(now: number): boolean {
		if (this.inFlight >= this.maxInFlight || this.vendor.isProbing) return false;
		return this.window === undefined || this.vendor.left() !== undefined || this.window.hasPlaceFor(this.inFlight, now);
	}

	/** What closes the limiter, a time that has passed when nothing does. */
	private closedBy(now: number): Reset {
		// The vendor's own count overrules the documented one, in both directions.
		const full = this.vendor.left() ? undefined : this.window?.closedUntil(now);
		return later(this.vendor.closedBy(), full === undefined ? OPEN : { named: full, believed: full });
	}

	/** Ends what is over. @returns the time by the monotonic clock */
	private update(): number {
		const now = this.clock.now();
		const endedAt = this.vendor.endWhatIsOver(now);
		if (endedAt !== undefined) this.window?.forgetUntil(endedAt);
		return now;
	}
}
