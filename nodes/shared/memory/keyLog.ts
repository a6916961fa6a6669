import type { Time } from '../contract/time';
import { deferred, type Deferred } from '../values/deferred';
import { wonKey, type Claim } from './claim';
import { Claims } from './claims';
import { SETTLED_MS, type KeyStore } from './keyStore';
import type { KeyGroup } from './keyWriter';
import { Lookahead } from './lookahead';
import { lookupMark, KeyLookup } from './keyLookup';
import { Removals } from './removals';
import { Retractions } from './retractions';

/** Keys of one write, and the time of their last write. */
interface Written {
	at: number;
	/** The first one is a key that was not there before. */
	readonly keys: Set<string>;
}

/** Keys to remove. */
interface Withdrawn {
	readonly keys: readonly string[];
	readonly done: Deferred<void>;
	readonly isSole?: () => boolean;
}

/** The keys that were there before a write. */
type Finding = Deferred<ReadonlySet<string>>;

/** Two processes that make the first entry at once cause a conflict, which ends at the next try. */
const MOST_TRIES = 4;

const PAUSE_MS = 25;

/** The shortest time that a mark waits for other keys to be written with it. */
const MARK_DELAY_MS = 50;

/** How often keys are written again if another process may have overwritten them. */
const MOST_REPAIRS = 10;

/**
 * The one writer of a process to the keys of a node. A write costs the same for one key as for a hundred, so all due
 * groups are written together, and as many announced groups as the pace of the requests demands.
 *
 * Two processes that write at once can lose each other's last keys: all keys of one write together, because the store
 * is written as a whole. Therefore each write also writes a key of each earlier write again until that is settled. Once
 * some keys were lost, it writes all of them again, and reads each until it is there. Removed keys are watched in the
 * same way (see `Removals` and `Retractions`).
 */
export class KeyLog {
	private readonly announced = new Set<KeyGroup>();

	private readonly findings = new Map<KeyGroup, Finding>();

	private due: KeyGroup[] = [];

	private withdrawn: Withdrawn[] = [];

	private marks: string[] = [];

	private isMarking = false;

	/** Another process may still overwrite them. */
	private readonly unsettled = new Set<Written>();

	private hasRivals = false;

	private readonly claims: Claims;

	private readonly looks: KeyLookup;

	private readonly removals = new Removals();

	private readonly retractions: Retractions;

	/** See `KeyGroup.holder`. */
	private readonly held = new Map<string, object>();

	/**
	 * A further try looks up the keys of an earlier one. If a write for each item made room in the store, it would drop
	 * keys that the next item looks up.
	 */
	private looksBack = false;

	private isWorking = false;

	private readonly lookahead: Lookahead;

	constructor(
		private readonly store: KeyStore,
		private readonly time: Time,
	) {
		this.lookahead = new Lookahead(time);
		const writer = { write: this.write, takeOut: this.takeOut };
		this.claims = new Claims(writer, time);
		this.looks = new KeyLookup(writer, time);
		this.retractions = new Retractions(time, async () => await this.remove([]));
	}

	get capacity(): number {
		return this.store.capacity;
	}

	/** Nothing is at work or left to write: a new key log would be the same. */
	get isIdle(): boolean {
		return (
			!this.isWorking &&
			this.claims.isIdle &&
			this.retractions.isIdle &&
			this.findings.size + this.announced.size + this.marks.length + this.unsettled.size + this.held.size === 0
		);
	}

	/** A run has ended. */
	release(holder: object): void {
		for (const [key, by] of this.held) if (by === holder) this.held.delete(key);
		if (this.held.size === 0) this.looksBack = false;
	}

	/** A run of this process was the first to write the key, and goes on. */
	isHeld = (key: string): boolean => this.held.has(key);

	/** These keys will be needed soon, in this order. */
	announce(group: KeyGroup): void {
		this.announced.add(group);
	}

	/**
	 * Writes the keys, if they have not been written together with others.
	 * @returns the keys that were there before
	 */
	write = async (group: KeyGroup): Promise<ReadonlySet<string>> => {
		let finding = this.findings.get(group);
		if (!finding) {
			finding = this.expect(group);
			this.due.push(group);
			this.work();
		}
		return await finding.promise.finally(() => this.findings.delete(group));
	};

	/** Removes the keys of an announced group again, if they were written. */
	async withdraw(group: KeyGroup): Promise<void> {
		if (this.announced.delete(group)) return;
		// Keys that were there before belong to others.
		const there = await this.findings.get(group)?.promise.catch(() => undefined);
		this.findings.delete(group);
		const own = group.keys.filter((key) => !there?.has(key));
		if (own.length === 0) return;
		if (group.isSole) await this.remove(own, group.isSole);
		else await this.takeOut(own.flatMap((key) => [key, lookupMark(key), wonKey(key)]));
	}

	/** Waits until withdrawn keys stay away: a rival may have written them back. */
	async settled(keys: readonly string[]): Promise<void> {
		if (this.hasRivals) await this.retractions.settled(keys);
	}

	/** Writes a key together with the next ones, or alone if none come soon. The caller does not wait for it. */
	mark(key: string): void {
		this.marks.push(key);
		if (!this.isMarking) void this.writeMarks();
	}

	/**
	 * Writes keys; only one process may have the wanted one, see `Claims`.
	 * @param own names this process and its purpose
	 * @returns the keys that were there before; undefined when another process has the wanted key
	 */
	async claim(own: string, wanted: string, along: readonly string[]): Promise<ReadonlySet<string> | undefined> {
		return await this.claims.claim(own, wanted, along);
	}

	/** Writes the keys that are left, and checks that the last keys are there. */
	async flush(): Promise<void> {
		if (this.hasRivals) await this.retractions.hurry();
		for (
			let repairs = 0;
			this.marks.length + this.unsettled.size > 0 || (this.hasRivals && !this.removals.isEmpty);
			repairs++
		) {
			await this.write({ keys: [] });
			if (!this.hasRivals || repairs === MOST_REPAIRS) break;
			await this.time.sleep(SETTLED_MS);
		}
		this.unsettled.clear();
		this.removals.clear();
	}

	/** @returns the keys that are certainly there; see `KeyLookup` */
	async find(keys: readonly string[]): Promise<ReadonlySet<string>> {
		return await this.looks.find(keys);
	}

	/** Works while there are keys to write. Groups that join a write early leave more time for later ones. */
	private async writeMarks(): Promise<void> {
		this.isMarking = true;
		let isWritten = true;
		while (isWritten && this.marks.length > 0) {
			const { marks } = this;
			await this.time.sleep(Math.max(MARK_DELAY_MS, 2 * this.lookahead.restMs));
			if (marks === this.marks)
				isWritten = await this.write({ keys: [] }).then(
					() => true,
					() => false,
				);
		}
		this.isMarking = false;
	}

	/** The first announced groups that may be written. */
	private ready(most: number): KeyGroup[] {
		const ready: KeyGroup[] = [];
		for (const group of this.announced) {
			if (ready.length === most) break;
			if (group.isReady?.() !== false) ready.push(group);
		}
		return ready;
	}

	private expect(group: KeyGroup): Finding {
		const finding: Finding = deferred();
		this.announced.delete(group);
		this.findings.set(group, finding);
		return finding;
	}

	private takeOut = async (keys: readonly string[]): Promise<void> => {
		if (keys.length > 0) await this.remove(keys);
	};

	/** Removes the keys, and those that are due to be removed again. */
	private async remove(keys: readonly string[], isSole?: () => boolean): Promise<void> {
		const done = deferred<void>();
		this.withdrawn.push({ keys, done, isSole });
		this.work();
		await done.promise;
	}

	private work(): void {
		if (!this.isWorking) void this.workAll();
	}

	private async workAll(): Promise<void> {
		this.isWorking = true;
		// Includes groups that become due in the same moment.
		await Promise.resolve();
		while (this.withdrawn.length > 0 || this.due.length > 0) {
			await this.removeWithdrawn();
			// A random delay: two processes in step would overwrite each other's claims again and again, and neither
			// would see it.
			if (this.claims.areOpen) await this.time.sleep(Math.random() * PAUSE_MS);
			await this.writeDue();
		}
		this.isWorking = false;
	}

	private async removeWithdrawn(): Promise<void> {
		const withdrawn = this.withdrawn;
		if (withdrawn.length === 0) return;
		this.withdrawn = [];
		const again = this.retractions.take();
		for (const { keys, isSole } of withdrawn) if (isSole) this.retractions.add(keys, isSole);
		const keys = new Set([...again, ...withdrawn.flatMap((each) => each.keys)]);
		const watched = withdrawn.flatMap((each) => (each.isSole ? [] : each.keys));
		const gone = [...keys, ...(watched.length > 0 ? this.removals.add(new Set(watched), this.time.now()) : [])];
		for (const key of gone) this.held.delete(key);
		this.claims.forget(keys);
		for (const written of this.unsettled) {
			for (const key of gone) written.keys.delete(key);
			if (written.keys.size === 0) this.unsettled.delete(written);
		}
		// A key that cannot be removed holds a further try back. That is the safe side.
		if (gone.length > 0) await this.timed(async () => await this.store.remove(gone)).catch(() => {});
		for (const { done } of withdrawn) done.resolve();
	}

	private async writeDue(): Promise<void> {
		const due = this.due;
		if (due.length === 0) return;
		this.due = [];
		const ahead = this.ready(this.lookahead.next());
		const findings = [...due.map((group) => this.findings.get(group)), ...ahead.map((group) => this.expect(group))];
		const groups = [...due, ...ahead];
		const marks = this.marks;
		this.marks = [];
		try {
			const taken = new Set([...this.unsettled].flatMap(({ keys }) => [...keys]));
			const claims = groups.flatMap(({ claim }) => claim ?? []);
			const witness = groups.some(({ isWitnessed }) => isWitnessed) ? [this.removals.nextWitness()] : [];
			const there = await this.record([...new Set(groups.flatMap(({ keys }) => keys)), ...marks, ...witness], claims);
			for (const key of there) taken.add(key);
			for (const [place, { keys, holder }] of groups.entries()) {
				findings[place]?.resolve(new Set(keys.filter((key) => taken.has(key))));
				for (const key of keys) if (holder && !taken.has(key)) this.held.set(key, holder);
				// If several groups want a key at the same time, the first one gets it.
				for (const key of keys) taken.add(key);
			}
		} catch (error) {
			this.marks = [...marks, ...this.marks];
			for (const finding of findings) finding?.reject(error);
		}
		this.lookahead.wrote();
	}

	/** @returns the keys that were there before */
	private async record(keys: readonly string[], claims: readonly Claim[]): Promise<ReadonlySet<string>> {
		const before = await this.assert(keys);
		for (const claim of claims) this.claims.written(claim, before);
		for (let repairs = 0; this.hasRivals && repairs < MOST_REPAIRS; repairs++) {
			const there = await this.assert([]);
			if (keys.every((key) => there.has(key))) break;
		}
		return before;
	}

	/**
	 * Writes these keys and all unsettled ones.
	 * @returns the keys that were there before
	 */
	private async assert(keys: readonly string[]): Promise<ReadonlySet<string>> {
		const lookedAt = this.time.now();
		const earlier = [...this.unsettled].map((written) => ({ written, asserted: this.assertedOf(written) }));
		const claims = this.claims.toAssert();
		const witnesses = this.removals.until(lookedAt - SETTLED_MS);
		this.removals.forget(keys);
		this.retractions.forget(keys);
		// n8n would keep a key twice that it gets twice, and remove it once.
		const all = new Set([
			...keys,
			...(this.hasRivals ? [this.removals.nextWitness()] : []),
			...earlier.flatMap(({ asserted }) => asserted),
			...claims.keys,
			...witnesses,
		]);
		const there = new Set(await this.timed(async () => await this.store.record([...all], this.looksBack)));
		this.looksBack ||= keys.some((key) => there.has(key));
		const now = this.time.now();
		for (const { written, asserted } of earlier) {
			if (!asserted.every((key) => there.has(key))) {
				this.meetRival();
				written.at = now;
			} else if (lookedAt - written.at >= SETTLED_MS) {
				this.unsettled.delete(written);
			}
		}
		claims.asserted(there, { from: lookedAt, to: now });
		const back = this.removals.checked(witnesses, there);
		if (back) {
			this.meetRival();
			void this.takeOut(back);
		}
		if (keys.length > 0)
			this.unsettled.add({ at: now, keys: new Set([...keys.filter((key) => !there.has(key)), ...keys]) });
		return there;
	}

	private assertedOf({ keys }: Written): string[] {
		return this.hasRivals ? [...keys] : [...keys].slice(0, 1);
	}

	private meetRival(): void {
		this.hasRivals = true;
		this.claims.meetRival();
	}

	private async timed<T>(work: () => Promise<T>): Promise<T> {
		const from = this.time.now();
		return await this.tried(work).finally(() => this.claims.took({ from, to: this.time.now() }));
	}

	private async tried<T>(work: () => Promise<T>, tries = 1): Promise<T> {
		return await work().catch(async (error: unknown) => {
			if (tries === MOST_TRIES) throw error;
			await this.time.sleep(PAUSE_MS * tries);
			return await this.tried(work, tries + 1);
		});
	}
}
