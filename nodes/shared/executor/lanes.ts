import { Lane, type RateLimit } from './lane';
import type { Time } from './time';

/** Requests of one lane on the wire at once. */
const MAX_IN_FLIGHT = 5;

/** All lanes of this process: one per credential and limit, shared by every execution. */
export class Lanes {
	private readonly lanes = new Map<string, Lane>();

	constructor(private readonly time: Time) {}

	/**
	 * @param account stands for the API key without being it, such as the credential's id
	 * @param tier the vendor's name of the limit
	 */
	of(account: string, tier: string, limit: RateLimit | undefined): Lane {
		const key = JSON.stringify([account, tier]);
		const known = this.lanes.get(key);
		if (known) return known;
		const lane = new Lane(limit, MAX_IN_FLIGHT, this.time);
		this.lanes.set(key, lane);
		return lane;
	}
}
