import type { IncomingResponse } from '../contract/exchange';
import type { Time } from '../contract/time';
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
export interface WaitLimits {
	/** Longest wait for a limit to reset, in milliseconds. */
	maxWaitMs: number;
	cancelled: () => boolean;
}

/** Longest pause between two looks at who has been cancelled and what has changed. */
const NAP_MS = 200;

/** A request that waits to be sent. */
interface Waiting {
	limits: WaitLimits;
	settle: (admission: Admission) => void;
}

/**
 * The one context from this process to one limit of one account: requests are admitted first come, first served, never
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

	private line: Waiting[] = [];

	private isServing = false;

	private freedPlace: () => void = () => {};

	constructor(
		private readonly limit: RateLimit | undefined,
		private readonly maxInFlight: number,
		private readonly time: Time,
	) {}

	/** What the vendor last said about the requests that are left in its present window. */
	announced(): AnnouncedQuota | undefined {
		this.forgetPastQuota(this.time.now());
		return this.quota;
	}

	/** Waits for a place. Whoever is `admitted` must call `leave` or `abandon` afterwards. */
	async enter(limits: WaitLimits): Promise<Admission> {
		return await new Promise((settle) => {
			this.line.push({ limits, settle });
			void this.serve();
		});
	}

	/** Gives the place back and learns from the response. */
	leave(response: IncomingResponse): void {
		const now = this.time.now();
		// Vendors do not count what they refuse for being too much.
		this.free(response.status === 429 ? undefined : now);
		// A refusal may carry such headers although other responses do not; its wait is in `pause`.
		const announced = response.status === 429 ? undefined : announcedQuota(response.headers, now);
		if (announced) this.quota = this.stricter(announced);
	}

	/** Gives the place back after a request without a response. */
	abandon(): void {
		this.free(this.time.now());
	}

	/** A refusal for too many requests: nobody on this lane sends before `until` (epoch ms). */
	pause(until: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, until);
	}

	/** The end of the current window by our own count (epoch ms), for a refusal that names no time. */
	endOfWindow(): number | undefined {
		if (!this.limit) return undefined;
		const now = this.time.now();
		return (this.current(now)[0] ?? now) + this.limit.perSeconds * 1_000;
	}

	private free(finishedAt: number | undefined): void {
		this.inFlight -= 1;
		if (this.limit && finishedAt !== undefined) {
			this.finishedAt = [...this.current(finishedAt), finishedAt];
		}
		this.freedPlace();
	}

	/** Works the line off from its front, napping while nobody may go. */
	private async serve(): Promise<void> {
		if (this.isServing) return;
		this.isServing = true;
		for (let first = this.firstInLine(); first; first = this.firstInLine()) {
			const now = this.time.now();
			this.forgetPastQuota(now);
			const resetAt = this.closedUntil(now);
			if (resetAt > now) {
				const waitMs = resetAt - now;
				this.dismiss(({ maxWaitMs }) => waitMs > maxWaitMs, { resetAt });
				if (this.line.length > 0) await this.time.sleep(Math.min(waitMs, NAP_MS));
			} else if (this.hasPlace(now)) {
				this.admit(first);
			} else {
				const freed = new Promise<void>((resolve) => (this.freedPlace = resolve));
				await Promise.race([freed, this.time.sleep(NAP_MS)]);
			}
		}
		this.isServing = false;
	}

	/** The front of the line, once everybody who was cancelled has left it. */
	private firstInLine(): Waiting | undefined {
		this.dismiss(({ cancelled }) => cancelled(), 'cancelled');
		return this.line[0];
	}

	/** Sends those away who do not want to wait, wherever they stand. */
	private dismiss(isLeaving: (limits: WaitLimits) => boolean, admission: Admission): void {
		const stays: Waiting[] = [];
		for (const waiting of this.line) {
			if (isLeaving(waiting.limits)) waiting.settle(admission);
			else stays.push(waiting);
		}
		this.line = stays;
	}

	private admit(first: Waiting): void {
		this.line.shift();
		this.inFlight += 1;
		if (this.quota) this.quota = { ...this.quota, remaining: this.quota.remaining - 1 };
		first.settle('admitted');
	}

	/**
	 * Responses overtake each other, and requests on the way may not be counted in them yet. So within one window the smaller
	 * count is right, and a first count is taken as if it knew of none of those on the way.
	 */
	private stricter({ remaining, resetAt }: AnnouncedQuota): AnnouncedQuota {
		const known = this.quota;
		const isSameWindow = known !== undefined && resetAt <= known.resetAt + 1_000;
		return isSameWindow
			? { remaining: Math.min(known.remaining, remaining), resetAt: known.resetAt }
			: { remaining: Math.max(0, remaining - this.inFlight), resetAt };
	}

	/** The vendor's window has ended; what went before it counts no more. */
	private forgetPastQuota(now: number): void {
		const { quota } = this;
		if (!quota || quota.resetAt > now) return;
		this.finishedAt = this.finishedAt.filter((finished) => finished > quota.resetAt);
		this.quota = undefined;
	}

	/** When requests came back that still count. */
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
		if (this.quota) return this.quota.remaining > 0;
		return !this.limit || this.current(now).length + this.inFlight < this.limit.requests;
	}
}
