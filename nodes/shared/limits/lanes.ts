import { Lane, type RateLimit } from './lane';
import type { Time } from '../contract/time';
import type { AnnouncedQuota } from './waits';

/** Requests of one lane on the wire at once. */
const MAX_IN_FLIGHT = 5;

/** All lanes of this process: one per credential and limit, shared by every execution. */
export class Lanes {
	private readonly lanes = new Map<string, Map<string, Lane>>();

	constructor(private readonly time: Time) {}

	/**
	 * @param account stands for the API key without being it, such as the credential's id
	 * @param tier the vendor's name of the limit
	 */
	of(account: string, tier: string, limit: RateLimit | undefined): Lane {
		const tiers = this.lanes.get(account) ?? new Map<string, Lane>();
		this.lanes.set(account, tiers);
		const lane = tiers.get(tier) ?? new Lane(limit, MAX_IN_FLIGHT, this.time);
		tiers.set(tier, lane);
		return lane;
	}

	/** What the vendor last said about the requests that are left to an account; of several limits the tightest. */
	quotaOf(account: string): AnnouncedQuota | undefined {
		const announced = [...(this.lanes.get(account)?.values() ?? [])].flatMap((lane) => lane.announced() ?? []);
		return announced.sort((a, b) => a.remaining - b.remaining)[0];
	}
}
