import type { Time } from '../contract/time';
import type { AnnouncedQuota } from './waits';
import { MonotonicClock } from './monotonicClock';
import type { RateLimit } from '../contract/rateLimit';
import { RateLimiter } from './rateLimiter';

/** How long a limiter is kept at least after its last use; a request may hold it between two tries. */
const KEPT_MS = 3_600_000;

interface Entry {
	limiter: RateLimiter;
	/** Time of its last use, by the monotonic clock. */
	askedAt: number;
}

/** All rate limiters of this process: one for each account and limit, shared by all executions. */
export class RateLimiters {
	private readonly accounts = new Map<string, Map<string, Entry>>();

	private readonly clock: MonotonicClock;

	constructor(private readonly time: Time) {
		this.clock = new MonotonicClock(time);
	}

	/**
	 * The limiter of one limit. Ask for it again for each request: an unused one is dropped.
	 * @param account identifies the API key without being it, such as a digest: another key is another account
	 * @param tier the vendor's name of the limit
	 */
	of(account: string, tier: string, limit: RateLimit | undefined): RateLimiter {
		const known = this.accounts.get(account)?.get(tier);
		if (!known) this.dropUnused();
		const { limiter } = known ?? { limiter: new RateLimiter(limit, this.time) };
		if (known && limit) limiter.allow(limit.requests);
		const tiers = this.accounts.get(account) ?? new Map<string, Entry>();
		this.accounts.set(account, tiers.set(tier, { limiter, askedAt: this.clock.now() }));
		return limiter;
	}

	/** The vendor's last announcement of the requests that are left to an account; of several limits the tightest. */
	announcedQuota(account: string): AnnouncedQuota | undefined {
		const entries = [...(this.accounts.get(account)?.values() ?? [])];
		const announced = entries.flatMap(({ limiter }) => limiter.announced() ?? []);
		return announced.sort((a, b) => a.remaining - b.remaining)[0];
	}

	/** How many limiters are kept. */
	get size(): number {
		return [...this.accounts.values()].reduce((sum, tiers) => sum + tiers.size, 0);
	}

	/** A process that runs for months sees many keys. */
	private dropUnused(): void {
		const oldest = this.clock.now() - KEPT_MS;
		for (const [account, tiers] of this.accounts) {
			for (const [tier, { limiter, askedAt }] of tiers) {
				if (askedAt < oldest && limiter.isIdle()) tiers.delete(tier);
			}
			if (tiers.size === 0) this.accounts.delete(account);
		}
	}
}
