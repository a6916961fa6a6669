import type { Time } from '../contract/time';
import type { KeyStore } from './keyStore';

/**
 * A store that notices a write that took so long that other processes may have written meanwhile. Then its result is
 * out of date, and it has overwritten the other keys. This happens when n8n stands still in the middle of a write.
 */
export class WatchedStore implements KeyStore {
	/** Is called after each write that took too long (epoch ms). */
	onSlowWrite: (from: number, to: number) => void = () => {};

	constructor(
		private readonly store: KeyStore,
		private readonly time: Time,
		private readonly mostMs: number,
	) {}

	get capacity(): number {
		return this.store.capacity;
	}

	async record(keys: readonly string[], withRoom: boolean): Promise<string[]> {
		return await this.watched(async () => await this.store.record(keys, withRoom));
	}

	async remove(keys: readonly string[]): Promise<void> {
		await this.watched(async () => await this.store.remove(keys));
	}

	private async watched<T>(write: () => Promise<T>): Promise<T> {
		const startedAt = this.time.now();
		try {
			return await write();
		} finally {
			const endedAt = this.time.now();
			if (endedAt - startedAt > this.mostMs) this.onSlowWrite(startedAt, endedAt);
		}
	}
}
