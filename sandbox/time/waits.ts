import { setMaxListeners } from 'node:events';

import type { Clock } from './clock';

/** Resolves to false when the wait was ended early. */
type Wait = (vendorSeconds: number) => Promise<boolean>;

/** Ends any number of waits; without it, Node.js warns about more than ten. */
function endOfWaits(): AbortController {
	const end = new AbortController();
	setMaxListeners(0, end.signal);
	return end;
}

/** Waits in vendor time; a reset ends all of them at once. */
export class Waits {
	private stopped = endOfWaits();

	constructor(private readonly clock: Clock) {}

	/** A function that waits. After a call of `end`, each of its waits ends early, also a later one. */
	begin(): Wait {
		const { signal } = this.stopped;
		return async (vendorSeconds) => {
			try {
				await this.clock.sleep(vendorSeconds, signal);
				return true;
			} catch {
				return false;
			}
		};
	}

	end(): void {
		this.stopped.abort();
		this.stopped = endOfWaits();
	}
}
