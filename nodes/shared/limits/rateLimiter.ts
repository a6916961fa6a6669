import type { IncomingResponse } from '../contract/exchange';
import type { Time } from '../contract/time';
import { announcedQuota, type AnnouncedQuota } from './waits';
import { MonotonicClock } from './monotonicClock';
import type { RateLimit } from '../contract/rateLimit';
import { OwnCount } from './ownCount';
import { later, AnnouncedLimit, type Reset, type WindowEnd } from './announcedLimit';
import { WaitingLine, type Waiter } from './waitingLine';

const DEFAULT_IN_FLIGHT = 5;
const HOUR_MS = 3_600_000;
const TOO_MANY = 429;

/** A request that waits to leave. */
export interface Acquisition extends Waiter {
	/** Longest wait for a limit to reset (ms). It does not bound the waiting for its turn. */
	maxWaitMs: number;
}

/**
 * Why a request may not leave: it would have to wait for a limit until `resetAt` (epoch ms; the vendor's time if it
 * gave one).
 */
export interface LimitReached {
	resetAt: number;
}

export type Admission = 'admitted' | 'cancelled' | LimitReached;

/**
 * The only way from this process to one limit of one account. Requests leave in turns, never more than the cap in
 * flight at once, and never more than the limit in any window.
 *
 * The vendor's announcements overrule the documented limit, but close the limiter for no longer than one documented
 * window (an hour if none is documented). Then one request probes. Spans are measured by a monotonic clock.
 */
export class RateLimiter {
	private readonly clock: MonotonicClock;

	private readonly line: WaitingLine<Acquisition, LimitReached>;

	/** Undefined when no limit is documented. */
	private readonly own: OwnCount | undefined;

	private readonly vendor: AnnouncedLimit;

	private readonly maxInFlight: number;

	/** The length of the documented window (ms); 0 when none is documented. */
	readonly windowMs: number;

	/** Whether the vendor has ever announced how many are left, which overrules the documented limit. */
	hasAnnounced = false;

	private inFlight = 0;

	/** @param limit undefined when none is documented */
	constructor(
		limit: RateLimit | undefined,
		private readonly time: Time,
	) {
		this.windowMs = (limit?.perSeconds ?? 0) * 1_000;
		this.clock = new MonotonicClock(time);
		this.own = limit && new OwnCount(limit);
		this.vendor = new AnnouncedLimit(this.windowMs || HOUR_MS);
		this.maxInFlight = limit?.inFlight ?? DEFAULT_IN_FLIGHT;
		const gate = {
			tryEnter: (front: Acquisition) => this.tryEnter(front),
			refusal: ({ maxWaitMs }: Acquisition) => this.refusal(maxWaitMs),
		};
		this.line = new WaitingLine(gate, time);
	}

	/** Sets another number of requests, for example when the user has changed the account's. */
	allow(requests: number): void {
		if (!this.own || this.own.limit === requests) return;
		this.own.allow(requests);
		this.line.wake();
	}

	/**
	 * Waits for a place. A request that is `admitted` must call `release`, `releaseWithoutAnswer` or `releaseUnsent`
	 * afterwards.
	 */
	async acquire(acquisition: Acquisition): Promise<Admission> {
		return await this.line.join(acquisition);
	}

	/** Gives the place back and learns from the response. After a 429 call `pause` or `pauseWithoutTime` too, in the same step. */
	release(response: IncomingResponse): void {
		const isAccepted = response.status !== TOO_MANY;
		this.free({ counts: isAccepted, isAccepted });
		// A refusal may carry such headers although other responses do not; `pause` handles its wait.
		if (!isAccepted) return;
		const now = this.update();
		const announced = announcedQuota(response.headers, this.time.now());
		if (!announced) {
			const endedAt = this.vendor.saidNothing();
			if (endedAt !== undefined) this.own?.forgetUntil(endedAt);
			return;
		}
		this.hasAnnounced = true;
		const { remaining, resetAt, vendorResetAt } = announced;
		const named = this.clock.fromEpoch(resetAt);
		const window: WindowEnd =
			vendorResetAt === undefined ? { at: named, clock: 'ours' } : { at: vendorResetAt, clock: 'vendor' };
		this.vendor.announce({ remaining, named, window, inFlight: this.inFlight }, now);
	}

	/** Gives the place back after a request without a response; the vendor may have counted it. */
	releaseWithoutAnswer(): void {
		this.free({ counts: true, isAccepted: false });
	}

	/** Gives the place back for a request that was not sent. */
	releaseUnsent(): void {
		this.free({ counts: false, isAccepted: false });
	}

	/**
	 * A refusal for too many requests: no request leaves before `until` (epoch ms), within the longest time that is
	 * believed.
	 */
	pause(until: number): void {
		const now = this.update();
		this.vendor.pause(this.clock.fromEpoch(until), now);
		this.own?.refused(now);
	}

	/**
	 * A refusal for too many requests by a vendor that does not say until when.
	 * @param earliest no request leaves before (epoch ms)
	 * @returns when the next request may leave (epoch ms)
	 */
	pauseWithoutTime(earliest: number): number {
		const now = this.update();
		if (!this.own) {
			this.pause(earliest);
			return earliest;
		}
		if (this.hasAnnounced) {
			const until = Math.max(earliest, this.clock.toEpoch(this.own.end(now)));
			this.pause(until);
			return until;
		}
		const until = Math.max(this.clock.fromEpoch(earliest), this.own.refusedWithoutTime(now));
		this.vendor.pause(until, now);
		return this.clock.toEpoch(until);
	}

	/** The vendor's last announcement of the requests that are left in its present window. */
	announced(): AnnouncedQuota | undefined {
		this.update();
		const left = this.vendor.left();
		return left && { remaining: left.remaining, resetAt: this.clock.toEpoch(left.named) };
	}

	/** Whether it has no request, no count and no pause (and so no queue): a new limiter would be the same. */
	isIdle(): boolean {
		const now = this.update();
		const isUsed = this.inFlight > 0 || (this.own?.count(now) ?? 0) > 0;
		return !isUsed && !this.vendor.left() && this.closedBy(now).believed <= now;
	}

	/** Vendors do not count requests that they refuse as too many. */
	private free({ counts, isAccepted }: { counts: boolean; isAccepted: boolean }): void {
		this.inFlight -= 1;
		const now = this.clock.now();
		if (counts) this.own?.add(now);
		if (isAccepted) this.own?.accepted(now);
		this.vendor.cameBack(isAccepted);
		this.line.wake();
	}

	private tryEnter(front: Acquisition): number {
		const now = this.update();
		const closedMs = this.closedBy(now).believed - now;
		if (closedMs > 0) return closedMs;
		if (!this.hasPlace(now)) return Infinity;
		const earlyMs = this.opensAt(front, now) - now;
		if (earlyMs > 0) return earlyMs;
		this.inFlight += 1;
		this.vendor.countOne();
		this.own?.goOn(now);
		return 0;
	}

	/** A wait that is too long ends at once, with the vendor's time: the user reads it. */
	private refusal(maxWaitMs: number): LimitReached | undefined {
		const now = this.update();
		const { named } = this.closedBy(now);
		return named - now > maxWaitMs ? { resetAt: this.clock.toEpoch(named) } : undefined;
	}

	private hasPlace(now: number): boolean {
		if (this.inFlight >= this.maxInFlight || this.vendor.isProbing) return false;
		if (!this.own) return true;
		const isOverruled = this.isOverruled();
		// The announced requests may be taken beyond our share, but not all at once: other processes see the same
		// number.
		return this.own.hasPlace(now, this.inFlight, isOverruled) || (isOverruled && this.inFlight === 0);
	}

	/** When the front may leave that has a place. That is part of waiting for its turn. */
	private opensAt({ urgent }: Acquisition, now: number): number {
		if (!this.own || this.hasAnnounced) return now;
		return this.own.opensAt(now, this.inFlight, urgent || this.line.length === 1);
	}

	/** The vendor's own count overrules the documented limit, in both directions. */
	private isOverruled(): boolean {
		return this.vendor.left() !== undefined || this.vendor.isProbeDue;
	}

	/** The end of the present pause; a past time when there is none. */
	private closedBy(now: number): Reset {
		const vendor = this.vendor.closedBy();
		if (!this.own || this.isOverruled()) return vendor;
		const full = this.own.closedUntil(now);
		return later(vendor, { named: full, believed: full });
	}

	/**
	 * Ends pauses and counts that are over.
	 * @returns the time by the monotonic clock
	 */
	private update(): number {
		const now = this.clock.now();
		this.vendor.endWhatIsOver(now);
		if (this.own && this.own.count(now) + this.inFlight >= this.own.limit) this.vendor.probeNextWindow();
		return now;
	}
}
