import type { Time } from '../contract/time';
import type { KeyStore } from './keyStore';

/**
 * A store that notices when a write took so long that other processes may have written meanwhile: what it found is out of date
 * then, and it has overwritten what they wrote. That is so when n8n is held up in the middle of a write.
 */
export class WatchedStore implements KeyStore {
	/** Hears of each write that took too long, when it has ended (epoch ms). */
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
