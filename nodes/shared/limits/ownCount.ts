import type { RateLimit } from '../contract/rateLimit';
import { LearnedShare } from './learnedShare';
import { PacedShare } from './pacedShare';
import { Window } from './window';

/** The last place of a limit is left open for this part of a window. */
const LEFT_OPEN = 1 / 2;

/**
 * Our own count of the requests of a documented limit, and the part of the limit that is ours if others use the same key.
 * Times are milliseconds by one clock that never goes back.
 */
export class OwnCount {
	private readonly window: Window;

	/** Our share while the vendor names the end of its window. */
	private readonly learned: LearnedShare;

	/** Our share while it does not. */
	private readonly paced: PacedShare;

	/** Whether the vendor has ever said when its window ends. */
	private isTold = false;

	constructor({ requests, perSeconds }: RateLimit) {
		this.window = new Window(requests, perSeconds * 1_000);
		this.learned = new LearnedShare(this.window.ms);
		this.paced = new PacedShare(this.window);
	}

	/** Sets another number of requests. */
	allow(requests: number): void {
		this.window.requests = requests;
	}

	/** The number of requests of the limit. */
	get limit(): number {
		return this.window.requests;
	}

	/** How many requests count. */
	count(now: number): number {
		return this.window.count(now);
	}

	/** A request came back that the vendor may have counted. */
	add(now: number): void {
		this.window.add(now);
	}

	/** The vendor accepted a request. */
	accepted(now: number): void {
		this.learned.accepted();
		this.paced.accepted(now);
	}

	/** A request leaves. */
	goOn(now: number): void {
		this.learned.goOn(now);
		this.paced.goOn(now);
	}

	/** The vendor refuses, and says until when. */
	refused(now: number): void {
		this.isTold = true;
		this.learned.refused(this.window.count(now));
	}

	/**
	 * The vendor refuses, and does not say until when.
	 * @returns when the next request may leave
	 */
	refusedWithoutTime(now: number): number {
		return this.paced.refused(now);
	}

	/** Requests up to this time count no more: the vendor has started a new window. */
	forgetUntil(moment: number): void {
		this.window.forgetUntil(moment);
	}

	/** The end of the current window. */
	end(now: number): number {
		return this.window.end(now);
	}

	/**
	 * Whether one more fits beside those in flight.
	 * @param isOverruled the vendor's own count replaces the documented limit
	 */
	hasPlace(now: number, inFlight: number, isOverruled: boolean): boolean {
		const most = isOverruled ? this.learned.requests(now) : this.most(now);
		return this.window.count(now) + inFlight < most;
	}

	/** When a place will be free again, for finished requests; a past time when one is free. */
	closedUntil(now: number): number {
		return this.window.closedUntil(now, this.most(now));
	}

	/**
	 * When a request may leave that has a place.
	 * @param isLast nothing waits behind it
	 */
	opensAt(now: number, inFlight: number, isLast: boolean): number {
		return Math.max(this.paced.opensAt(now), isLast ? -Infinity : this.leftOpenUntil(now, inFlight));
	}

	/**
	 * If many requests wait, the last request of a window waits until the middle of the window. That costs no time, because
	 * the requests behind it wait for the next window. But another process with the same key can take this place, and we
	 * notice that. Otherwise a process that uses up each window at its beginning would never learn of the other process, and
	 * the other process would never find a place.
	 */
	private leftOpenUntil(now: number, inFlight: number): number {
		const counted = this.window.count(now);
		const isAlone = !this.isTold && this.paced.requests(now) === Infinity;
		if (!isAlone || counted === 0 || counted + inFlight !== this.window.requests - 1) return -Infinity;
		return this.window.end(now) - (1 - LEFT_OPEN) * this.window.ms;
	}

	private most(now: number): number {
		return Math.min(this.learned.requests(now), this.paced.requests(now), this.window.requests);
	}
}
