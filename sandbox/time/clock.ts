import { setTimeout as timeout } from 'node:timers/promises';

/** The vendors' time: the real time until `since` (epoch milliseconds), and from then on `scale` times faster. */
export class Clock {
	private readonly start: number;

	constructor(
		readonly scale = 1,
		private readonly since = Date.now(),
	) {
		if (!(scale > 0)) throw new RangeError('timeScale must be greater than 0');
		// Monotonic from here on.
		this.start = Date.now() - performance.now();
	}

	/** Vendor time in epoch milliseconds. */
	now(): number {
		return Math.round(this.since + (this.start + performance.now() - this.since) * this.scale);
	}

	/** Vendor time as an ISO 8601 UTC string. */
	iso(): string {
		return new Date(this.now()).toISOString();
	}

	/** Whole vendor seconds until that time, at least one. */
	secondsUntil(time: number): number {
		return Math.max(1, Math.ceil((time - this.now()) / 1000));
	}

	/** Resolves after this many vendor seconds; rejects when the signal aborts. */
	async sleep(vendorSeconds: number, signal?: AbortSignal): Promise<void> {
		await timeout((vendorSeconds * 1000) / this.scale, undefined, { ref: false, signal });
	}
}
