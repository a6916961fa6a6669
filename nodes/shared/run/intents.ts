import { ItemFailure, type Failure } from '../contract/failure';
import { ItemsHeldBack, type Intent, type Trail } from '../contract/intent';
import type { KeyLog } from '../memory/keyLog';
import type { KeyGroup } from '../memory/keyWriter';
import { digestOf } from './itemKeys';
import { doneBefore, heldUp, notRecorded, otherBefore, repeatedBefore, startedBefore, underWay } from './earlierTry';
import type { Ports } from './ports';

/** How the items of a run are known to all tries of an execution. */
export interface IntentKeys {
	/** See `ItemKeys`, each with what stands for the run in all tries. */
	of(index: number): string[];
	/** The same in this try alone, where the user wants sent again what an earlier one may have sent; else none. */
	ofTry(index: number): string[];
	/** What stands for the item when it is done: whom it reaches, which no other text changes, or else what it does. */
	doneBy(index: number): string;
	vendorName: string;
}

/** What an item is known by. */
interface ItemIntent {
	/** In all tries; first that of what it does. */
	keys: string[];
	ofTry: string[];
}

/** A request's keys, and whose they are. */
interface Declaration extends KeyGroup {
	items: ReadonlyMap<number, ItemIntent>;
	/** Those that no earlier try had written. */
	written?: ReadonlySet<string>;
}

const doneKey = (key: string): string => `${key} done`;

/** What may have been sent is sent once more, and not a third time. */
const againKey = (key: string): string => `${key} again`;

const keysOf = (items: Declaration['items']): string[] => [...items.values()].flatMap(({ keys }) => keys);

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

	/** Keys that this run has written. */
	keyCount = 0;

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

	get hasDeclaredAny(): boolean {
		return this.declared.size > 0;
	}

	/** @param indexes of the items that the requests are about */
	trailOf(indexes: readonly number[]): Omit<Trail, 'contact'> {
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
				for (const [index, intent] of declaration.items) this.keepSent(index, intent, declaration);
			},
			withdraw: async () => {
				const withdrawn = end();
				if (!withdrawn) return;
				const { written, items } = withdrawn;
				for (const index of items.keys())
					this.sent.set(
						index,
						(this.sent.get(index) ?? []).filter((key) => !written?.has(key)),
					);
				await this.log?.withdraw(written ? { keys: [...written] } : withdrawn);
			},
		};
	}

	/** The item was carried out: a further try that has lost its result can say so. */
	done(index: number): void {
		if (this.declared.has(index)) {
			this.log?.mark(doneKey(this.keys.doneBy(index)));
			this.keyCount += 1;
		}
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
		this.log?.release(this);
	}

	private async begin(indexes: readonly number[], kind: string): Promise<boolean> {
		const { items } = this.declarationOf(indexes, kind);
		const keys = keysOf(items);
		this.keepBegun(items, kind);
		// A database that does not answer is no reason to keep a deletion back.
		const there = await this.log?.write({ keys }).catch(() => undefined);
		return keys.some((key) => there?.has(key));
	}

	private async beginWithKey(indexes: readonly number[], kind: string, idempotencyKey: string): Promise<boolean> {
		const { items } = this.declarationOf(indexes, kind);
		const hasBegun = this.log !== undefined && (await this.hasBegunBefore(items, digestOf(idempotencyKey), this.log));
		for (const index of indexes) this.declared.add(index);
		this.keepBegun(items, kind);
		return hasBegun;
	}

	/** @throws ItemFailure where it was begun, but not under the key */
	private async hasBegunBefore(items: Declaration['items'], underKey: string, log: KeyLog): Promise<boolean> {
		const keys = keysOf(items);
		const keysUnderKey = keys.map((key) => `${key} ${underKey}`);
		const there = await this.record({ keys, holder: this }, log);
		if (keys.some((key) => there.has(key))) {
			const entries = [...items];
			// With other content, the vendor would answer with what it has under the key.
			const isSame = entries.every(
				([
					,
					{
						keys: [ofEffect = ''],
					},
				]) => there.has(ofEffect),
			);
			if (isSame && (await log.find(keysUnderKey)).size > 0) return true;
			const done = await this.doneOf([...items.keys()], log);
			if (done.size > 0 || !entries.every(([, { ofTry }]) => ofTry.length > 0))
				throw this.sentEarlier(entries, there, done);
			await this.repeat(entries, log);
		}
		await this.record({ keys: keysUnderKey }, log);
		return false;
	}

	private keepBegun(items: Declaration['items'], kind: string): void {
		for (const [index, { keys }] of items) {
			this.counts.set(`${index} ${kind}`, this.countOf(index, kind) + 1);
			this.begun.set(index, [...(this.begun.get(index) ?? []), ...keys]);
			this.keyCount += keys.length;
		}
	}

	private keepSent(index: number, { keys, ofTry }: ItemIntent, { written }: Declaration): void {
		const own = [...keys, ...ofTry, ...keys.map(againKey)].filter((key) => written?.has(key));
		this.declared.add(index);
		this.sent.set(index, [...(this.sent.get(index) ?? []), ...own]);
		this.keyCount += own.length;
	}

	/** @returns those of the items that are known to be done by an earlier try */
	private async doneOf(indexes: number[], log: KeyLog): Promise<ReadonlySet<number>> {
		if (indexes.length === 0) return new Set();
		const there = await log
			.find(indexes.map((index) => doneKey(this.keys.doneBy(index))))
			.catch(() => new Set<string>());
		return new Set(indexes.filter((index) => there.has(doneKey(this.keys.doneBy(index)))));
	}

	private countOf = (index: number, kind: string): number => this.counts.get(`${index} ${kind}`) ?? 0;

	private declarationOf(indexes: readonly number[], kind: string): Declaration {
		const ofRequest = (index: number, keys: string[]) =>
			keys.map((key) => `${key} ${kind} ${this.countOf(index, kind)}`);
		const items = new Map(
			indexes.map((index) => [
				index,
				{ keys: ofRequest(index, this.keys.of(index)), ofTry: ofRequest(index, this.keys.ofTry(index)) },
			]),
		);
		const keys = [...items.values()].flatMap(({ keys, ofTry }) => [...keys, ...ofTry]);
		return { items, keys, holder: this, isReady: () => this.lease?.isHeld !== false };
	}

	private async declare(declaration: Declaration): Promise<void> {
		if (!this.log) return;
		const { lease, log } = this;
		const items = [...declaration.items];
		const there = await this.record(declaration, log);
		const isUnsure = lease?.hasRunOut === true;
		const wasSent = ({ keys }: ItemIntent) => keys.some((key) => there.has(key));
		const isHeldBack = ([, intent]: [number, ItemIntent]) =>
			isUnsure || (intent.ofTry.length > 0 ? intent.ofTry.some((key) => there.has(key)) : wasSent(intent));
		const heldBack = items.filter(isHeldBack);
		const written = new Set(declaration.keys.filter((key) => !there.has(key)));
		if (heldBack.length > 0) {
			const others = items.filter((item) => !isHeldBack(item)).flatMap(([, { keys, ofTry }]) => [...keys, ...ofTry]);
			if (others.length > 0) await log.withdraw({ keys: others.filter((key) => written.has(key)) });
			throw this.sentEarlier(
				heldBack,
				there,
				await this.doneOf(
					heldBack.map(([index]) => index),
					log,
				),
			);
		}
		const repeated = this.repeat(
			items.filter(([, intent]) => wasSent(intent)),
			log,
		).catch(async (thrown: unknown) => {
			await log.withdraw({ keys: [...written] });
			throw thrown;
		});
		for (const key of await repeated) written.add(key);
		declaration.written = written;
	}

	/**
	 * Items that an earlier try may have sent are about to be sent once more.
	 * @returns what was written about it
	 * @throws ItemsHeldBack when one is known to be done, or has been sent once more before
	 */
	private async repeat(items: Array<[number, ItemIntent]>, log: KeyLog): Promise<string[]> {
		if (items.length === 0) return [];
		// A Retry that was pressed twice: the other one is sending it at this moment.
		if (items.some(([, { keys }]) => keys.some(log.isHeld))) throw new ItemFailure(underWay);
		const done = await this.doneOf(
			items.map(([index]) => index),
			log,
		);
		if (done.size > 0)
			throw this.sentEarlier(
				items.filter(([index]) => done.has(index)),
				new Set(),
				done,
			);
		const keys = items.flatMap(([, intent]) => intent.keys.map(againKey));
		const there = await this.record({ keys }, log);
		const repeated = items.filter(([, intent]) => intent.keys.some((key) => there.has(againKey(key))));
		if (repeated.length === 0) return keys;
		await log.withdraw({ keys: keys.filter((key) => !there.has(key)) });
		const failures = new Map(repeated.map(([index]) => [index, repeatedBefore(this.keys.vendorName)]));
		throw new ItemsHeldBack(repeatedBefore(this.keys.vendorName), failures);
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
		if (this.lease && !(await this.lease.hold().catch(refuse)))
			throw new ItemFailure(this.lease.wasHeldUp ? heldUp : underWay);
		return await log.write(group).catch(refuse);
	}

	/**
	 * @param items that an earlier try has sent, with their keys
	 * @param there of these
	 * @param done those of the items that are known to be done
	 */
	private sentEarlier(
		items: Array<[number, ItemIntent]>,
		there: ReadonlySet<string>,
		done: ReadonlySet<number>,
	): ItemsHeldBack {
		const { vendorName } = this.keys;
		const toldOf = ([
			index,
			{
				keys: [ofEffect = '', ...others],
			},
		]: [number, ItemIntent]): [number, Failure] => {
			if (done.has(index)) return [index, doneBefore(vendorName)];
			const isOther = !there.has(ofEffect) && others.some((key) => there.has(key));
			return [index, (isOther ? otherBefore : startedBefore)(vendorName)];
		};
		const failures = new Map(items.map(toldOf));
		const [first = startedBefore(vendorName)] = failures.values();
		return new ItemsHeldBack(first, failures);
	}
}
