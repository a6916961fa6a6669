import type { Clock } from '../time/clock';

interface Window {
	startedAt: number;
	used: number;
}

/** The state of a bucket: free places and the end of its window (vendor epoch ms). */
export interface Usage {
	limit: number;
	remaining: number;
	resetsAt: number;
}

/** Fixed windows per bucket; a window opens with the first request and closes after `windowSeconds` vendor seconds. */
export class Limiter {
	private readonly windows = new Map<string, Window>();

	constructor(
		private readonly clock: Clock,
		private readonly windowSeconds: number,
	) {}

	/** Takes one place; false when the window is full (a refused request takes none). */
	take(bucket: string, limit: number): boolean {
		const window = this.current(bucket);
		if (window.used >= limit) return false;
		window.used += 1;
		this.windows.set(bucket, window);
		return true;
	}

	usage(bucket: string, limit: number): Usage {
		const { startedAt, used } = this.current(bucket);
		return { limit, remaining: Math.max(0, limit - used), resetsAt: startedAt + this.windowSeconds * 1000 };
	}

	clear(): void {
		this.windows.clear();
	}

	private current(bucket: string): Window {
		const now = this.clock.now();
		const open = this.windows.get(bucket);
		return open && now < open.startedAt + this.windowSeconds * 1000 ? open : { startedAt: now, used: 0 };
	}
}
