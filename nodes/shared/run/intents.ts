import { ItemFailure, type Failure } from '../contract/failure';
import { SentEarlier, type Intent, type Trail } from '../contract/intent';
import type { KeyGroup, KeyLog } from '../memory/keyLog';
import { digestOf } from './itemKeys';
import { doneBefore, notRecorded, otherBefore, startedBefore, underWay } from './earlierTry';
import type { Ports } from './ports';

/** How the items of a run are known to all tries of an execution. */
export interface IntentKeys {
	/** See `ItemKeys`, each with what stands for the run. */
	of(index: number): string[];
	/** The same, also where the user wants it sent again. */
	inLineage(index: number): string[];
	/** What stands for the item when it is done: whom it reaches, which no other text changes, or else what it does. */
	doneBy(index: number): string;
	/** The user wants it sent again, unless it is known to be done. */
	isSentAgain(index: number): boolean;
	vendorName: string;
}

/** A request's keys, and whose they are. */
interface Declaration extends KeyGroup {
	keysByItem: ReadonlyMap<number, string[]>;
}

/** Two before a request leaves, one when it is done. */
const KEYS_OF_AN_ITEM = 3;

/** Share of the store at which to warn. */
const FILLED = 0.8;

const doneKey = (key: string): string => `${key} done`;

/** The intents of a run: that a request is about to leave for an item, and that the item is done. */
export class Intents {
	/** Requests of one kind that an item has under way or behind it, by both. */
	private readonly counts = new Map<string, number>();

	private readonly declared = new Set<number>();

	/** Keys of what left for an item and must not leave twice. */
	private readonly sent = new Map<number, string[]>();

	/** Keys of what left for an item and may be done twice, by item. */
	private readonly begun = new Map<number, string[]>();

	private readonly withdrawals: Array<Promise<void>> = [];

	private readonly log: KeyLog | undefined;

	private readonly lease: Ports['lease'];

	constructor(
		{ keyLog, lease }: Pick<Ports, 'keyLog' | 'lease'>,
		private readonly keys: IntentKeys,
	) {
		this.log = keyLog;
		this.lease = lease;
	}

	/** Whether a request left for the item that must not leave twice. */
	hasDeclared(index: number): boolean {
		return this.declared.has(index);
	}

	/** The store will soon forget the first of them. */
	get fillsStore(): boolean {
		return this.log !== undefined && KEYS_OF_AN_ITEM * this.declared.size > FILLED * this.log.capacity;
	}

	get hasDeclaredAny(): boolean {
		return this.declared.size > 0;
	}

	/** @param indexes of the items that the requests are about */
	trailOf(indexes: readonly number[]): Trail {
		return {
			intentOf: (effect) => this.intentOf(indexes, effect),
			begin: async (effect) => await this.begin(indexes, effect),
			beginWithKey: async (effect, idempotencyKey) => await this.beginWithKey(indexes, effect, idempotencyKey),
		};
	}

	/** @param kind what the request does to each of the items */
	private intentOf(indexes: readonly number[], kind: string): Intent {
		let declaration: Declaration | undefined;
		const count = (by: number) => {
			for (const index of indexes) this.counts.set(`${index} ${kind}`, this.countOf(index, kind) + by);
		};
		const announced = (): Declaration => {
			if (declaration) return declaration;
			declaration = this.declarationOf(indexes, kind);
			count(1);
			return declaration;
		};
		const end = (): Declaration | undefined => {
			const ended = declaration;
			declaration = undefined;
			if (ended) count(-1);
			return ended;
		};
		return {
			announce: () => this.log?.announce(announced()),
			declare: async () => {
				const declaration = announced();
				await this.declare(declaration).catch((thrown: unknown) => {
					end();
					throw thrown;
				});
				for (const [index, keys] of declaration.keysByItem) this.keepSent(index, keys);
			},
			withdraw: async () => {
				const withdrawn = end();
				if (!withdrawn) return;
				for (const [index, keys] of withdrawn.keysByItem) this.sent.set(index, (this.sent.get(index) ?? []).filter((key) => !keys.includes(key)));
				await this.log?.withdraw(withdrawn);
			},
		};
	}

	/** The item was carried out: a further try that has lost its result can say so. */
	done(index: number): void {
		if (this.declared.has(index)) this.log?.mark(doneKey(this.keys.doneBy(index)));
		this.sent.delete(index);
	}

	/** The answer to a request that was accepted says that nothing was done for the item. */
	notDone(index: number): void {
		const keys = this.sent.get(index) ?? [];
		this.sent.delete(index);
		if (keys.length > 0 && this.log) this.withdrawals.push(this.log.withdraw({ keys }));
	}

	/** Nothing was done for the item: what it deletes may turn out never to have been there. */
	undone(index: number): void {
		const keys = this.begun.get(index) ?? [];
		this.begun.delete(index);
		if (keys.length > 0 && this.log) this.withdrawals.push(this.log.withdraw({ keys }));
	}

	/** To be called when the run is over. */
	async flush(): Promise<void> {
		await Promise.all(this.withdrawals);
		if (this.hasDeclaredAny || this.begun.size > 0) await this.log?.flush().catch(() => {});
		await this.lease?.release().catch(() => {});
	}

	private async begin(indexes: readonly number[], kind: string): Promise<boolean> {
		const declaration = this.declarationOf(indexes, kind, this.keys.inLineage);
		this.keepBegun(declaration, kind);
		// A database that does not answer is no reason to keep a deletion back.
		const there = await this.log?.write(declaration).catch(() => undefined);
		return declaration.keys.some((key) => there?.has(key));
	}

	private async beginWithKey(indexes: readonly number[], kind: string, idempotencyKey: string): Promise<boolean> {
		const declaration = this.declarationOf(indexes, kind);
		const underKey = declaration.keys.map((key) => `${key} ${digestOf(idempotencyKey)}`);
		const hasBegun = this.log !== undefined && (await this.hasBegunBefore(declaration, underKey, this.log));
		for (const index of indexes) this.declared.add(index);
		this.keepBegun(declaration, kind);
		return hasBegun;
	}

	/** @throws ItemFailure where it was begun, but not under the key */
	private async hasBegunBefore(declaration: Declaration, underKey: string[], log: KeyLog): Promise<boolean> {
		const there = await this.record(declaration, log);
		if (!declaration.keys.some((key) => there.has(key))) {
			await this.record({ keys: underKey }, log);
			return false;
		}
		const items = [...declaration.keysByItem];
		// With other content, the vendor would answer with what it has under the key.
		const isSame = items.every(([, [ofEffect = '']]) => there.has(ofEffect));
		if (isSame && (await log.find(underKey)).size > 0) return true;
		throw this.sentEarlier(items, there, await this.doneOf(items.map(([index]) => index), log));
	}

	private keepBegun({ keysByItem }: Declaration, kind: string): void {
		for (const [index, keys] of keysByItem) {
			this.counts.set(`${index} ${kind}`, this.countOf(index, kind) + 1);
			this.begun.set(index, [...(this.begun.get(index) ?? []), ...keys]);
		}
	}

	private keepSent(index: number, keys: string[]): void {
		this.declared.add(index);
		this.sent.set(index, [...(this.sent.get(index) ?? []), ...keys]);
	}

	/** @returns those of the items that are known to be done by an earlier try */
	private async doneOf(indexes: number[], log: KeyLog): Promise<ReadonlySet<number>> {
		if (indexes.length === 0) return new Set();
		const there = await log.find(indexes.map((index) => doneKey(this.keys.doneBy(index)))).catch(() => new Set<string>());
		return new Set(indexes.filter((index) => there.has(doneKey(this.keys.doneBy(index)))));
	}

	private countOf = (index: number, kind: string): number => this.counts.get(`${index} ${kind}`) ?? 0;

	private declarationOf(indexes: readonly number[], kind: string, keysOf = this.keys.of): Declaration {
		const keysByItem = new Map(
			indexes.map((index) => [index, keysOf(index).map((key) => `${key} ${kind} ${this.countOf(index, kind)}`)]),
		);
		return { keysByItem, keys: [...keysByItem.values()].flat(), isReady: () => this.lease?.isHeld !== false };
	}

	private async declare(declaration: Declaration): Promise<void> {
		if (!this.log) return;
		const { lease } = this;
		const items = [...declaration.keysByItem];
		await this.refuseDone(items.filter(([index]) => this.keys.isSentAgain(index)), this.log);
		const there = await this.record(declaration, this.log);
		const isSent = ([, keys]: [number, string[]]) => lease?.isOverdue === true || keys.some((key) => there.has(key));
		const sent = items.filter(isSent);
		if (sent.length === 0) return;
		const unsent = items.filter((item) => !isSent(item)).flatMap(([, keys]) => keys);
		if (unsent.length > 0) await this.log.withdraw({ keys: unsent });
		throw this.sentEarlier(sent, there, await this.doneOf(sent.map(([index]) => index), this.log));
	}

	/**
	 * Writes keys while no other process sends for the execution.
	 * @returns those that were there before
	 * @throws ItemFailure when they cannot be written
	 */
	private async record(group: KeyGroup, log: KeyLog): Promise<ReadonlySet<string>> {
		const refuse = (): never => {
			throw new ItemFailure(notRecorded);
		};
		if (this.lease && !(await this.lease.hold().catch(refuse))) throw new ItemFailure(underWay);
		return await log.write(group).catch(refuse);
	}

	/** @throws SentEarlier when some of the items are known to be done */
	private async refuseDone(items: Array<[number, string[]]>, log: KeyLog): Promise<void> {
		const done = await this.doneOf(items.map(([index]) => index), log);
		if (done.size > 0) throw this.sentEarlier(items.filter(([index]) => done.has(index)), new Set(), done);
	}

	/**
	 * @param items that an earlier try has sent, with their keys
	 * @param there of these
	 * @param done those of the items that are known to be done
	 */
	private sentEarlier(items: Array<[number, string[]]>, there: ReadonlySet<string>, done: ReadonlySet<number>): SentEarlier {
		const { vendorName } = this.keys;
		const toldOf = ([index, [ofEffect = '', ...others]]: [number, string[]]): [number, Failure] => {
			if (done.has(index)) return [index, doneBefore(vendorName)];
			const isOther = !there.has(ofEffect) && others.some((key) => there.has(key));
			return [index, (isOther ? otherBefore : startedBefore)(vendorName)];
		};
		const failures = new Map(items.map(toldOf));
		const [first = startedBefore(vendorName)] = failures.values();
		return new SentEarlier(first, failures);
	}
}
