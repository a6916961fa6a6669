import type { Vendor } from '../../../nodes/shared/contract/vendor';
import { Clock } from '../../../sandbox/time/clock';
import { ManualTime } from '../../unit/support/manualTime';
import { Stand } from './stand';

/** The vendors' clock, which stops when that of the nodes stops. */
class StandingClock extends Clock {
	constructor(private readonly time: ManualTime) {
		super();
	}

	override now(): number {
		return this.time.now();
	}

	override async sleep(vendorSeconds: number, signal?: AbortSignal): Promise<void> {
		await this.time.sleep(vendorSeconds * 1_000);
		signal?.throwIfAborted();
	}
}

/** Everything in the seed data is over by then. */
const AFTER_THE_SEED = Date.UTC(2030, 0, 1);

/** A stand in a time that stands still until everybody sleeps. */
export class StillStand extends Stand {
	/** @param time the node's, too */
	constructor(
		vendor: Vendor,
		readonly time = new ManualTime(AFTER_THE_SEED),
	) {
		super(vendor, new StandingClock(time));
	}
}
