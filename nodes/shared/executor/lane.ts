import type { IncomingResponse } from './exchange';
import { sleepUntil, type Time } from './time';
import { announcedQuota, type AnnouncedQuota } from './waits';

/** A documented rate limit. */
export interface RateLimit {
	requests: number;
	perSeconds: number;
}

/** Why a request may not go out now: it would have to wait for a limit until `resetAt` (epoch ms). */
export interface LimitReached {
	resetAt: number;
}

export type Admission = 'admitted' | 'cancelled' | LimitReached;

/** What a waiting request puts up with. */
export interface Patience {
	/** Longest wait for a limit to reset, in milliseconds. */
	maxWaitMs: number;
	cancelled: () => boolean;
}

/** How long a request that waits for a free place sleeps before it looks again whether it was cancelled. */
const PLACE_CHECK_MS = 200;

/**
 * The one road from this process to one limit of one account: requests enter first come, first served, never
 * more than `maxInFlight` at once and never more than the limit allows in any window.
 *
 * A place in the window is free again one window after its *response* came back. The vendor saw the request
 * before that, so its own window, fixed or sliding, can never count more than ours.
 */
export class Lane {
	private inFlight = 0;

	private finishedAt: number[] = [];

	private pausedUntil = 0;

	private quota: AnnouncedQuota | undefined;

	private lastInLine: Promise<void> = Promise.resolve();

	private freedPlace: () => void = () => {};

	constructor(
		private readonly limit: RateLimit | undefined,
		private readonly maxInFlight: number,
		private readonly time: Time,
	) {}

	/** Waits for a place. Whoever is `admitted` must call `leave` or `abandon` afterwards. */
	async enter(patience: Patience): Promise<Admission> {
		const ahead = this.lastInLine;
		let letNextCome = () => {};
		this.lastInLine = new Promise((resolve) => (letNextCome = resolve));
		await ahead;
		const admission = await this.atTheFront(patience);
		letNextCome();
		return admission;
	}

	/** Gives the place back and learns from the response. */
	leave(response: IncomingResponse): void {
		const now = this.time.now();
		this.free(now);
		// A refusal may carry such headers although other responses do not; its wait is in `pause`.
		const announced = response.status === 429 ? undefined : announcedQuota(response.headers, now);
		if (announced) this.quota = stricter(this.quota, announced, now);
	}

	/** Gives the place back after a request without a response. */
	abandon(): void {
		this.free(this.time.now());
	}

	/**
	 * A refusal for too many requests: nobody on this lane sends before `until` (epoch ms). The vendor has told
	 * where its window ends, so our own count starts anew then.
	 */
	pause(until: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, until);
		this.finishedAt = [];
	}

	/** The end of the current window by our own count (epoch ms), for a refusal that names no time. */
	endOfWindow(): number | undefined {
		if (!this.limit) return undefined;
		const now = this.time.now();
		return (this.current(now)[0] ?? now) + this.limit.perSeconds * 1_000;
	}

	private free(now: number): void {
		this.inFlight -= 1;
		if (this.limit) this.finishedAt = [...this.current(now), now];
		this.freedPlace();
	}

	private async atTheFront({ maxWaitMs, cancelled }: Patience): Promise<Admission> {
		for (;;) {
			if (cancelled()) return 'cancelled';
			const now = this.time.now();
			const resetAt = this.closedUntil(now);
			if (resetAt > now) {
				if (resetAt - now > maxWaitMs) return { resetAt };
				await sleepUntil(resetAt, () => cancelled() || this.closedUntil(now) > resetAt, this.time);
			} else if (this.hasPlace(now)) {
				this.inFlight += 1;
				return 'admitted';
			} else {
				await this.placeFreed();
			}
		}
	}

	private async placeFreed(): Promise<void> {
		const freed = new Promise<void>((resolve) => (this.freedPlace = resolve));
		await Promise.race([freed, this.time.sleep(PLACE_CHECK_MS)]);
	}

	private current(now: number): number[] {
		const perMs = (this.limit?.perSeconds ?? 0) * 1_000;
		return this.finishedAt.filter((finished) => finished + perMs > now);
	}

	/** When the next request may go out as far as limits are concerned (epoch ms; the past means now). */
	private closedUntil(now: number): number {
		return Math.max(this.pausedUntil, this.limitedUntil(now));
	}

	private limitedUntil(now: number): number {
		// The vendor's own count overrules the documented one, in both directions.
		if (this.quota) return this.quota.remaining > 0 ? 0 : this.quota.resetAt;
		if (!this.limit) return 0;
		const finished = this.current(now);
		const oldest = finished[finished.length - this.limit.requests];
		return oldest === undefined ? 0 : oldest + this.limit.perSeconds * 1_000;
	}

	private hasPlace(now: number): boolean {
		if (this.inFlight >= this.maxInFlight) return false;
		if (this.quota) {
			const isPast = this.quota.resetAt <= now;
			return isPast || this.inFlight < this.quota.remaining;
		}
		return !this.limit || this.current(now).length + this.inFlight < this.limit.requests;
	}
}

/** Responses can overtake each other: within one window the smaller count is the later one. */
function stricter(known: AnnouncedQuota | undefined, heard: AnnouncedQuota, now: number): AnnouncedQuota {
	const sameWindow = known !== undefined && known.resetAt > now && heard.resetAt <= known.resetAt + 1_000;
	return sameWindow
		? { remaining: Math.min(known.remaining, heard.remaining), resetAt: known.resetAt }
		: heard;
}
