import type { IncomingResponse } from '../contract/exchange';
import type { Acquisition, Admission, RateLimiter } from './rateLimiter';

/** The methods of a rate limiter that a request needs. */
export type Limiter = Pick<
	RateLimiter,
	| 'acquire'
	| 'release'
	| 'releaseWithoutAnswer'
	| 'releaseUnsent'
	| 'pause'
	| 'pauseWithoutTime'
	| 'hasAnnounced'
	| 'windowMs'
>;

/** A limit within a wider one: a request takes a place of both. */
export class NestedLimiter implements Limiter {
	constructor(
		private readonly own: Limiter,
		private readonly wider: Limiter,
	) {}

	get hasAnnounced(): boolean {
		return this.own.hasAnnounced;
	}

	/** The longer of the two windows. */
	get windowMs(): number {
		return Math.max(this.own.windowMs, this.wider.windowMs);
	}

	async acquire(acquisition: Acquisition): Promise<Admission> {
		const admission = await this.own.acquire(acquisition);
		if (admission !== 'admitted') return admission;
		const wider = await this.wider.acquire(acquisition);
		if (wider !== 'admitted') this.own.releaseUnsent();
		return wider;
	}

	/** The headers announce the narrower limit. */
	release(response: IncomingResponse): void {
		this.own.release(response);
		this.wider.release({ ...response, headers: {} });
	}

	releaseWithoutAnswer(): void {
		this.own.releaseWithoutAnswer();
		this.wider.releaseWithoutAnswer();
	}

	releaseUnsent(): void {
		this.own.releaseUnsent();
		this.wider.releaseUnsent();
	}

	/** The vendor does not say which of the two was used up. */
	pause(until: number): void {
		this.own.pause(until);
		this.wider.pause(until);
	}

	/** Each of the two has its own window. */
	pauseWithoutTime(earliest: number): number {
		return Math.max(this.own.pauseWithoutTime(earliest), this.wider.pauseWithoutTime(earliest));
	}
}
