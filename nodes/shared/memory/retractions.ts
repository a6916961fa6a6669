import type { Time } from '../contract/time';
import { deferred, type Deferred } from '../values/deferred';
import { SETTLED_MS } from './keyStore';

/** For how long keys are removed again. Only a few writes of rivals last longer. */
const LASTS_MS = 4_000;

/** The pause before keys are removed again grows by this share of the time since they were removed first. */
const SHARE = 0.2;

interface Retraction {
	readonly at: number;
	readonly keys: Set<string>;
	readonly isSole: () => boolean;
	readonly settled: Deferred<void>;
}

/**
 * Keys of intents that were taken back: the vendor has refused. A rival that had read the store before writes them back,
 * and the next request would find its own key and take it for one that was sent. While the lease keeps other tries of
 * the execution away, no other process writes these keys, so they are simply removed again and again for some seconds.
 */
export class Retractions {
	private readonly all = new Set<Retraction>();

	private isWatching = false;

	/** When keys were removed last, epoch ms. */
	private removedAt = 0;

	/** @param remove removes the keys of `take` from the store */
	constructor(
		private readonly time: Time,
		private readonly remove: () => Promise<void>,
	) {}

	get isIdle(): boolean {
		return this.all.size === 0;
	}

	/** Keys are removed for the first time. */
	add(keys: readonly string[], isSole: () => boolean): void {
		this.all.add({ at: this.time.now(), keys: new Set(keys), isSole, settled: deferred() });
		if (!this.isWatching) void this.watch();
	}

	/** These keys are written again, so they must stay. */
	forget(keys: readonly string[]): void {
		for (const retraction of this.all) {
			for (const key of keys) retraction.keys.delete(key);
			if (retraction.keys.size === 0) this.end(retraction);
		}
	}

	/** Waits until the keys are no longer removed. */
	async settled(keys: readonly string[]): Promise<void> {
		const those = [...this.all].filter((retraction) => keys.some((key) => retraction.keys.has(key)));
		await Promise.all(those.map(async ({ settled }) => await settled.promise));
	}

	/** A run ends, and its lease with it. */
	async hurry(): Promise<void> {
		if (this.isIdle) return;
		await this.time.sleep(SETTLED_MS);
		await this.remove();
	}

	/** @returns the keys to remove with the next removal */
	take(): string[] {
		const now = this.time.now();
		this.removedAt = now;
		return [...this.all].flatMap((retraction) => {
			const { at, keys } = retraction;
			const isSole = retraction.isSole();
			if (!isSole || now - at >= LASTS_MS) this.end(retraction);
			return isSole ? [...keys] : [];
		});
	}

	private end(retraction: Retraction): void {
		this.all.delete(retraction);
		retraction.settled.resolve();
	}

	private async watch(): Promise<void> {
		this.isWatching = true;
		while (!this.isIdle) {
			const since = [...this.all].reduce((last, { at }) => Math.max(last, at), 0);
			const pauseMs = SETTLED_MS + SHARE * (this.time.now() - since);
			// A random pause: a rival in step would write the keys back again and again.
			await this.time.sleep(pauseMs * (1 + Math.random()));
			// Each removal of other keys includes them.
			if (this.time.now() - this.removedAt >= SETTLED_MS) await this.remove();
		}
		this.isWatching = false;
	}
}
