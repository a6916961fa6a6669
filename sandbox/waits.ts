import type { Clock } from './clock';

/** Resolves to false when the wait was ended early. */
type Wait = (vendorSeconds: number) => Promise<boolean>;

/** Waits in vendor time that a reset ends all at once. */
export class Waits {
	private stopped = new AbortController();

	constructor(private readonly clock: Clock) {}

	/** Waits begun together: once `end` was called, they never pass again. */
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
		this.stopped = new AbortController();
	}
}
