import type { Time } from '../../shared/contract/time';

interface Bounds {
	forMs: number;
	/** Most keys; a further one replaces the oldest. */
	capacity: number;
}

/** A set whose keys expire after a time. */
export class ExpiringSet {
	/** When each key was noted (epoch ms), oldest first. */
	private readonly noted = new Map<string, number>();

	constructor(
		private readonly time: Pick<Time, 'now'>,
		private readonly bounds: Bounds,
	) {}

	note(key: string): void {
		this.noted.delete(key);
		this.noted.set(key, this.time.now());
		for (const oldest of this.noted.keys()) {
			if (this.noted.size <= this.bounds.capacity) return;
			this.noted.delete(oldest);
		}
	}

	has(key: string): boolean {
		this.forgetOld();
		return this.noted.has(key);
	}

	get count(): number {
		this.forgetOld();
		return this.noted.size;
	}

	private forgetOld(): void {
		const oldest = this.time.now() - this.bounds.forMs;
		for (const [key, notedAt] of this.noted) {
			if (notedAt > oldest) return;
			this.noted.delete(key);
		}
	}
}
