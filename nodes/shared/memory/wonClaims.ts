import type { Time } from '../contract/time';
import type { Claim } from './claim';

/** A slow write that ends this long after another process has won overwrites the winner for good. */
const WATCHED_MS = 30_000;

const FIRST_LOOK_MS = 500;

/** With rivals, the time in which a winner is overwritten without knowing it must be short. */
const AMONG_RIVALS = { firstLookMs: 250, sooner: 8 };

/** A claim that was won. */
export interface WonClaim {
	readonly claim: Claim;
	/** A rival that overwrites it has been writing for at least this time: since then, no rival has. */
	since: number;
	lookAt: number;
}

/**
 * Keys that this process has won. A rival that had read the store before overwrites them when its write ends. So for a
 * while every write includes them; without other writes they are written alone, at growing intervals. A slow rival
 * waits three times as long as its write took, which is longer than until the next check.
 */
export class WonClaims {
	private readonly victories = new Set<WonClaim>();

	private isWatching = false;

	/** @param look writes the keys */
	constructor(
		private readonly time: Time,
		private readonly look: () => Promise<unknown>,
	) {}

	get isIdle(): boolean {
		return this.victories.size === 0;
	}

	/** The keys that a write must include. */
	get all(): WonClaim[] {
		return [...this.victories];
	}

	add(claim: Claim): void {
		const since = this.time.now();
		this.victories.add({ claim, since, lookAt: since + FIRST_LOOK_MS });
		if (!this.isWatching) void this.watch();
	}

	/**
	 * Keys were written again.
	 * @param before keys that were there
	 */
	asserted(victories: readonly WonClaim[], before: ReadonlySet<string>, hasRivals: boolean): void {
		const now = this.time.now();
		for (const victory of victories) {
			if (!before.has(victory.claim.own)) victory.since = now;
			const ageMs = now - victory.since;
			victory.lookAt =
				now +
				(hasRivals ? Math.max(AMONG_RIVALS.firstLookMs, ageMs / AMONG_RIVALS.sooner) : Math.max(FIRST_LOOK_MS, ageMs));
			if (ageMs >= WATCHED_MS) this.victories.delete(victory);
		}
	}

	/** Keys were given up. */
	forget(keys: ReadonlySet<string>): void {
		for (const victory of this.victories) if (keys.has(victory.claim.own)) this.victories.delete(victory);
	}

	private async watch(): Promise<void> {
		this.isWatching = true;
		while (this.victories.size > 0) {
			const next = this.all.reduce((first, { lookAt }) => Math.min(first, lookAt), Infinity);
			await this.time.sleep(Math.max(0, next - this.time.now()));
			if (this.all.some(({ lookAt }) => lookAt <= this.time.now())) await this.lookOrRest();
		}
		this.isWatching = false;
	}

	private async lookOrRest(): Promise<void> {
		await this.look().catch(async () => {
			await this.time.sleep(FIRST_LOOK_MS);
			for (const victory of this.all) if (this.time.now() - victory.since >= WATCHED_MS) this.victories.delete(victory);
		});
	}
}
