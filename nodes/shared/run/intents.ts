import type { Intent, Trail } from '../contract/intent';
import type { KeyLog } from '../memory/keyLog';
import type { KeyGroup } from '../memory/keyWriter';
import { digestOf } from './itemKeys';
import { againKey, doneKey, EarlierTries, type IntentKeys, type ItemIntent } from './earlierTries';
import type { Ports } from './ports';

/** The keys of a request, and the items they belong to. */
interface Declaration extends KeyGroup {
	items: ReadonlyMap<number, ItemIntent>;
	/** The keys that no earlier try had written. */
	written?: ReadonlySet<string>;
}

const keysOf = (items: Declaration['items']): string[] => [...items.values()].flatMap(({ keys }) => keys);

/** The intents of a run: "a request is about to leave for this item" and "this item is done". */
export class Intents {
	/** Number of requests that an item has sent or is sending, by item and kind. */
	private readonly counts = new Map<string, number>();

	private readonly declared = new Set<number>();

	/** Keys of requests that left for an item and must not leave twice. */
	private readonly sent = new Map<number, string[]>();

	/** Keys of requests that left for an item and may leave twice, by item. */
	private readonly begun = new Map<number, string[]>();

	private readonly withdrawals: Array<Promise<void>> = [];

	private readonly log: KeyLog | undefined;

	private readonly lease: Ports['lease'];

	private readonly tries: EarlierTries | undefined;

	/** Keys that this run has written. */
	keyCount = 0;

	constructor(
		{ keyLog, lease }: Pick<Ports, 'keyLog' | 'lease'>,
		private readonly keys: IntentKeys,
	) {
		this.log = keyLog;
		this.lease = lease;
		this.tries = keyLog && new EarlierTries(keyLog, lease, keys);
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
				await (written ? this.takeBack(written) : this.log?.withdraw(withdrawn));
			},
		};
	}

	/** The item was performed: a further try that has lost its result can say so. */
	done(index: number): void {
		if (this.declared.has(index)) {
			this.log?.mark(doneKey(this.keys.doneBy(index)));
			this.keyCount += 1;
		}
		this.sent.delete(index);
	}

	/** The vendor accepted the request, but its answer says that nothing was done for the item. */
	notDone(index: number): void {
		const keys = this.sent.get(index) ?? [];
		this.sent.delete(index);
		if (keys.length > 0) this.withdrawals.push(this.takeBack(keys));
	}

	/** Nothing was done for the item: the record to delete may never have existed. */
	undone(index: number): void {
		const keys = this.begun.get(index) ?? [];
		this.begun.delete(index);
		if (keys.length > 0 && this.log) this.withdrawals.push(this.log.withdraw({ keys }));
	}

	/** Call this when the run is over. */
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
		// A database that does not respond must not hold a deletion back.
		const there = await this.log?.write({ keys }).catch(() => undefined);
		return keys.some((key) => there?.has(key));
	}

	private async beginWithKey(indexes: readonly number[], kind: string, idempotencyKey: string): Promise<boolean> {
		const { items } = this.declarationOf(indexes, kind);
		const hasBegun =
			this.tries !== undefined && (await this.hasBegunBefore(items, digestOf(idempotencyKey), this.tries));
		for (const index of indexes) this.declared.add(index);
		this.keepBegun(items, kind);
		return hasBegun;
	}

	/** @throws ItemFailure if an earlier try began the request with another key */
	private async hasBegunBefore(items: Declaration['items'], underKey: string, tries: EarlierTries): Promise<boolean> {
		const keys = keysOf(items);
		const keysUnderKey = keys.map((key) => `${key} ${underKey}`);
		const there = await tries.record({ keys, holder: this });
		if (keys.some((key) => there.has(key))) {
			const entries = [...items];
			// With other content, the vendor would answer with the record that it has under the key.
			const isSame = entries.every(
				([
					,
					{
						keys: [ofEffect = ''],
					},
				]) => there.has(ofEffect),
			);
			if (isSame && (await tries.log.find(keysUnderKey)).size > 0) return true;
			const done = await tries.doneOf([...items.keys()]);
			if (done.size > 0 || !entries.every(([, { ofTry }]) => ofTry.length > 0))
				throw tries.sentEarlier(entries, there, done);
			await tries.repeat(entries);
		}
		await tries.record({ keys: keysUnderKey });
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

	private isSole = (): boolean => this.lease?.coversWrite === true;

	private takeBack = async (keys: Iterable<string>): Promise<void> =>
		await this.log?.withdraw({ keys: [...keys], isSole: this.isSole });

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
		return { items, keys, holder: this, isReady: () => this.lease?.isHeld !== false, isSole: this.isSole };
	}

	private async declare(declaration: Declaration): Promise<void> {
		if (!this.tries) return;
		const { lease, tries } = this;
		const items = [...declaration.items];
		// Otherwise it would find its own keys.
		await tries.log.settled(declaration.keys);
		const there = await tries.record(declaration);
		const isUnsure = lease?.hasRunOut === true;
		const wasSent = ({ keys }: ItemIntent) => keys.some((key) => there.has(key));
		const isHeldBack = ([, intent]: [number, ItemIntent]) =>
			isUnsure || (intent.ofTry.length > 0 ? intent.ofTry.some((key) => there.has(key)) : wasSent(intent));
		const heldBack = items.filter(isHeldBack);
		const written = new Set(declaration.keys.filter((key) => !there.has(key)));
		if (heldBack.length > 0) {
			const others = items.filter((item) => !isHeldBack(item)).flatMap(([, { keys, ofTry }]) => [...keys, ...ofTry]);
			if (others.length > 0) await this.takeBack(others.filter((key) => written.has(key)));
			throw tries.sentEarlier(heldBack, there, await tries.doneOf(heldBack.map(([index]) => index)));
		}
		const repeated = tries.repeat(items.filter(([, intent]) => wasSent(intent))).catch(async (thrown: unknown) => {
			await this.takeBack(written);
			throw thrown;
		});
		for (const key of await repeated) written.add(key);
		declaration.written = written;
	}
}
