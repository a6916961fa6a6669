import { RefusedWindows } from './refusedWindows';
import type { Window } from './window';

/** The part of the limit with which a process begins to share it. */
const FIRST_SHARE = 1 / 2;

/** A process that gets less than this part of the limit has found no place, and does not take that for its share. */
const LEAST_SHARE = 1 / 7;

/** After so many windows without a refusal the process takes more, to find out whether the others have stopped. */
const PATIENCE = 3;

/** By this part of the limit it then takes more; from window to window the step doubles. */
const STEP = 1 / 20;

/** A refused process gives back this part of what got through, multiplied by its part of the limit: large shares shrink faster. */
const GIVE_BACK = 1 / 5;

/** A process that is late catches up at once: so many requests, or the requests of this part of a window if these are more. */
const CATCH_UP_REQUESTS = 2;
const CATCH_UP = 1 / 8;

/**
 * Parts of a window: how long no request leaves after a refusal at least, and at most if one follows another. The
 * refusals of one window count as one try (`http/send`).
 */
const SHORTEST_PAUSE = 1 / 16;
const LONGEST_PAUSE = 1 / 3;

/**
 * Refusals that are closer than this part of a window may belong to one window: a process that was restarted in it asks
 * several times until it ends.
 */
const SAME_WINDOW = 0.95;

/**
 * The share of a limit that this process takes if others use the same key at a vendor that does not say when its window
 * ends. Each process then knows only its own refusals. So all of them spread their requests over the window: whenever it
 * begins, each finds places in it, and one that sends twice as much gets twice as much through. A process begins with half of the
 * limit. When it is refused, it keeps to a little less than the number that got through. Sometimes it tries for more, each
 * process by the same number. So shares become equal in time. Times are milliseconds by one clock that never goes back.
 */
export class PacedShare {
	private readonly refusals: RefusedWindows;

	/** Requests in a window, as of `since`; undefined while no other process seems to use the key. */
	private shared: { requests: number; since: number } | undefined;

	/** Requests in a window after a first refusal, which may mean nothing. */
	private doubtfulPace = Infinity;

	/** Pauses without an accepted request between them. */
	private pauses = 0;

	private pausedUntil = -Infinity;

	/** When the next request may leave. */
	private nextAt = -Infinity;

	constructor(private readonly window: Window) {
		this.refusals = new RefusedWindows(window.ms, SAME_WINDOW * window.ms);
	}

	/**
	 * The vendor refuses.
	 * @returns when the next request may leave
	 */
	refused(now: number): number {
		const limit = this.window.requests;
		const counted = this.window.count(now);
		if (!this.refusals.isRecent(now)) this.doubtfulPace = Math.max(counted, limit * FIRST_SHARE);
		const isOften = this.refusals.add(now);
		const requests = this.requests(now);
		if (this.shared)
			this.shared = { requests: this.pauses === 0 ? this.measured(requests, counted) : requests, since: now };
		else if (isOften) this.shared = { requests: Math.ceil(limit * FIRST_SHARE), since: now };
		// The vendor's window began before our first request in it came back.
		else if (counted > 0) return this.window.end(now);
		return this.pause(now);
	}

	/** The vendor accepted a request. */
	accepted(now: number): void {
		if (now >= this.pausedUntil) this.pauses = 0;
	}

	/** A request leaves. */
	goOn(now: number): void {
		const pace = this.pace(now);
		if (pace === Infinity) return;
		const spacing = this.window.ms / pace;
		const caughtUpMs = Math.max(CATCH_UP_REQUESTS * spacing, CATCH_UP * this.window.ms);
		this.nextAt = Math.max(this.nextAt, now - caughtUpMs) + spacing;
	}

	/** When the next request may leave, by the pace; a past time while there is none. */
	opensAt(now: number): number {
		return this.pace(now) === Infinity ? -Infinity : this.nextAt;
	}

	/** Most requests of this process in a window; Infinity while no other process seems to use the key. */
	requests(now: number): number {
		if (!this.shared) return Infinity;
		const { requests, since } = this.shared;
		const growth = Math.floor((now - since) / this.window.ms) - PATIENCE + 1;
		if (growth <= 0) return requests;
		const step = Math.max(1, this.window.requests * STEP);
		const grown = Math.floor(requests + step * (2 ** growth - 1));
		if (grown < this.window.requests) return grown;
		this.shared = undefined;
		return Infinity;
	}

	/** The share after a refusal before which `counted` requests got through within a window. */
	private measured(requests: number, counted: number): number {
		const limit = this.window.requests;
		if (counted < limit * LEAST_SHARE) return requests;
		const gotThrough = Math.min(requests, counted);
		return Math.max(1, Math.round(gotThrough * (1 - (GIVE_BACK * gotThrough) / limit)));
	}

	/** Requests that are spread over a window; Infinity while they may leave at once. */
	private pace(now: number): number {
		const requests = this.requests(now);
		if (this.shared) return requests;
		return this.refusals.isRecent(now) ? this.doubtfulPace : Infinity;
	}

	/** Requests that were on their way during a refusal belong to its pause. */
	private pause(now: number): number {
		if (now < this.pausedUntil) return this.pausedUntil;
		const shortest = Math.max(SHORTEST_PAUSE, 1 / this.pace(now));
		this.pausedUntil = now + this.window.ms * Math.min(LONGEST_PAUSE, shortest * 2 ** this.pauses);
		this.pauses += 1;
		this.nextAt = this.pausedUntil;
		return this.pausedUntil;
	}
}
