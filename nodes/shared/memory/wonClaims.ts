import type { Time } from '../contract/time';
import type { Claim } from './claim';

/** Whose slow write ends later than so long after another process has won overwrites it for good. */
const WATCHED_MS = 30_000;

const FIRST_LOOK_MS = 500;

/** Where there are rivals, the gap in which a winner is overwritten and does not know it is to be short. */
const AMONG_RIVALS = { firstLookMs: 250, sooner: 8 };

/** A claim that was won. */
export interface WonClaim {
	readonly claim: Claim;
	/** Who overwrites it has been writing for at least as long: nobody has since then. */
	since: number;
	lookAt: number;
}

/**
 * Keys that this process has won. A rival that had read the store before overwrites them when it writes at last: so they are
 * asserted with every write for a while, and by writes of their own, ever more seldom, if none come. A slow rival waits three
 * times as long as it has written, which is longer than until the next look.
 */
export class WonClaims {
	private readonly victories = new Set<WonClaim>();

	private isWatching = false;

	/** @param look writes what is to be asserted */
	constructor(
		private readonly time: Time,
		private readonly look: () => Promise<unknown>,
	) {}

	get isIdle(): boolean {
		return this.victories.size === 0;
	}

	/** What a write is to assert. */
	get all(): WonClaim[] {
		return [...this.victories];
	}

	add(claim: Claim): void {
		const since = this.time.now();
		this.victories.add({ claim, since, lookAt: since + FIRST_LOOK_MS });
		if (!this.isWatching) void this.watch();
	}

	/** Some were written once more. @param before keys that were there */
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

	/** Keys have been given up. */
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
