import type { Time } from '../contract/time';
import { Claim, doubtOf, isSlow, lasted, type Span } from './claim';
import type { KeyWriter } from './keyWriter';
import { WonClaims } from './wonClaims';

/** The effect of a slow write on later claims decreases by this factor. */
const FADING = 0.95;

/** With several processes, even a quick one waits this long: a third process may have hidden the winner. */
const AMONG_RIVALS_MS = 1_000;

/**
 * Lets one of several processes have a key. Two processes that write a key at once do not see each other, but one
 * overwrites the other: a process whose own key is gone while the wanted key is there has lost. The result is clear
 * once everything that both had read is written (Fischer's mutual exclusion by time).
 *
 * A slower rival overwrites a winner that has stopped waiting. Therefore a winner goes on checking for a while (see
 * `WonClaims`), and a process knows how slow its own write was: then it waits longer, and has lost if another process
 * has won. The remaining gap is described in docs/contact-rules.md.
 */
export class Claims {
	private readonly open = new Set<Claim>();

	private readonly victories: WonClaims;

	/** Recent duration of a write, in milliseconds. */
	private slowestMs = 0;

	/** By this time (epoch ms), a winner during this process's slow write has written again. */
	private doubtUntil = 0;

	private hasRivals = false;

	constructor(
		private readonly log: KeyWriter,
		private readonly time: Time,
	) {
		this.victories = new WonClaims(time, async () => await log.write({ keys: [] }));
	}

	/** Whether any claims are undecided. */
	get areOpen(): boolean {
		return this.open.size > 0;
	}

	/** Nothing of this process is undecided or watched. */
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

	/**
	 * The claim was written for the first time.
	 * @param before keys that were there
	 */
	written(claim: Claim, before: ReadonlySet<string>): void {
		if (before.has(claim.own) || before.has(claim.wanted)) return;
		const now = this.time.now();
		const doubtUntil = Math.max(this.doubtUntil, this.hasRivals ? now + AMONG_RIVALS_MS : 0);
		claim.written(now, doubtUntil);
		this.open.add(claim);
	}

	/** A write begins that includes the claims. */
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

	/** The store was written, so what other processes wrote meanwhile is lost. */
	took(write: Span): void {
		this.slowestMs = Math.max(lasted(write), FADING * this.slowestMs);
		if (isSlow(write)) this.doubtUntil = Math.max(this.doubtUntil, write.to + doubtOf(this.slowestMs));
	}

	/** Another process writes to the same store. */
	meetRival(): void {
		this.hasRivals = true;
	}

	/** Keys were removed. */
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
