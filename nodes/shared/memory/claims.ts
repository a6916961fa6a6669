import type { Time } from '../contract/time';
import { Claim, doubtOf, isSlow, lasted, type Span } from './claim';
import type { KeyWriter } from './keyWriter';
import { WonClaims } from './wonClaims';

/** What a slow write says of the next ones fades. */
const FADING = 0.95;

/** Where there are several processes, one that is quick waits so long, too: a third one may have hidden who has won. */
const AMONG_RIVALS_MS = 1_000;

/**
 * One of several processes is to have a key. Two that write a key at once do not see each other, but one overwrites the other:
 * whose own key is gone while the wanted one is there has lost. It shows once what both had read is written (Fischer's way to
 * exclude each other by time).
 *
 * A rival that is slower overwrites a winner who no longer waits. Therefore who has won goes on looking for a while (see
 * `WonClaims`), and a process knows how slow it was itself: then it waits for longer, and has lost if another one has won. What
 * remains possible is in docs/contact-rules.md.
 */
export class Claims {
	private readonly open = new Set<Claim>();

	private readonly victories: WonClaims;

	/** How long a write took lately, in milliseconds. */
	private slowestMs = 0;

	/** Who won while a slow write of this process was going on has said so by then, epoch ms. */
	private doubtUntil = 0;

	private hasRivals = false;

	constructor(
		private readonly log: KeyWriter,
		private readonly time: Time,
	) {
		this.victories = new WonClaims(time, async () => await log.write({ keys: [] }));
	}

	/** Whether some are to be decided. */
	get areOpen(): boolean {
		return this.open.size > 0;
	}

	/** Nothing of this process is left to be known. */
	get isIdle(): boolean {
		return !this.areOpen && this.victories.isIdle && this.doubtUntil <= this.time.now();
	}

	/** @returns see `LastingKeys.claim` */
	async claim(own: string, wanted: string, along: readonly string[]): Promise<ReadonlySet<string> | undefined> {
		const claim = new Claim(own, wanted, along);
		const there = await this.writeAndDecide(claim).finally(() => this.open.delete(claim));
		if (!claim.isLost) return there;
		await this.log.takeOut([own]);
		return undefined;
	}

	/** It was written for the first time. @param before keys that were there */
	written(claim: Claim, before: ReadonlySet<string>): void {
		if (before.has(claim.own) || before.has(claim.wanted)) return;
		const now = this.time.now();
		const doubtUntil = Math.max(this.doubtUntil, this.hasRivals ? now + AMONG_RIVALS_MS : 0);
		claim.written(now, doubtUntil);
		this.open.add(claim);
	}

	/** A write begins that takes them along. */
	toAssert(): { keys: string[]; asserted(before: ReadonlySet<string>, write: Span): void } {
		const open = [...this.open];
		const won = this.victories.all;
		return {
			keys: [...open.flatMap(({ keys }) => keys), ...won.flatMap(({ claim }) => [...claim.keys, claim.won])],
			asserted: (before, write) => {
				for (const claim of open) claim.asserted(before, write, this.doubtUntil);
				if (won.some(({ claim }) => !before.has(claim.own))) this.meetRival();
				this.victories.asserted(won, before, this.hasRivals);
			},
		};
	}

	/** The store was written, and what others have written meanwhile is lost. */
	took(write: Span): void {
		this.slowestMs = Math.max(lasted(write), FADING * this.slowestMs);
		if (isSlow(write)) this.doubtUntil = Math.max(this.doubtUntil, write.to + doubtOf(this.slowestMs));
	}

	/** Another process writes to the same store. */
	meetRival(): void {
		this.hasRivals = true;
	}

	/** Keys have been taken out. */
	forget(keys: ReadonlySet<string>): void {
		this.victories.forget(keys);
	}

	/** @returns keys that were there before */
	private async writeAndDecide(claim: Claim): Promise<ReadonlySet<string>> {
		const there = await this.log.write({ keys: claim.keys, claim, isWitnessed: true });
		if (there.has(claim.wanted) || !this.open.has(claim)) return there;
		await this.untilDecided(claim);
		if (claim.isInDoubt && !claim.isLost) await this.lookForWinner(claim);
		if (claim.isLost) this.meetRival();
		else this.victories.add(claim);
		return there;
	}

	private async untilDecided(claim: Claim): Promise<void> {
		while (claim.isOpen) {
			await this.time.sleep(claim.restMs(this.time.now()));
			await this.log.write({ keys: [] });
		}
	}

	private async lookForWinner(claim: Claim): Promise<void> {
		const before = await this.log.write({ keys: [claim.won] });
		if (before.has(claim.won)) claim.lose();
		else await this.untilDecided(claim);
	}
}
