import type { Clock } from '../time/clock';
import { type DeliveryStatus, succeeded } from './loopbackPost';
import { Waits } from '../time/waits';

const retryDelaySeconds = [1, 2, 4];

/** Repeats a webhook delivery until the receiver accepts it: three more attempts, each after a longer wait. */
export class Retries {
	private readonly waits: Waits;

	constructor(clock: Clock) {
		this.waits = new Waits(clock);
	}

	/** Returns the status of each attempt; an attempt that answers `undefined` gives up. */
	async run(attempt: () => Promise<DeliveryStatus | undefined>): Promise<DeliveryStatus[]> {
		const wait = this.waits.begin();
		const attempts: DeliveryStatus[] = [];
		for (const delay of [0, ...retryDelaySeconds]) {
			if (delay > 0 && !(await wait(delay))) break;
			const status = await attempt();
			if (status === undefined) break;
			attempts.push(status);
			if (status === 'refused' || succeeded(status)) break;
		}
		return attempts;
	}

	/** Ends waiting retries. */
	stop(): void {
		this.waits.end();
	}
}
