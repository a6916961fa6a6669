import { ItemFailure, type Failure } from '../contract/failure';
import { ItemsHeldBack } from '../contract/intent';
import type { KeyLog } from '../memory/keyLog';
import type { KeyGroup } from '../memory/keyWriter';
import { doneBefore, heldUp, notRecorded, otherBefore, repeatedBefore, startedBefore, underWay } from './earlierTry';
import type { Ports } from './ports';

/** The keys by which all tries of an execution know the items of a run. */
export interface IntentKeys {
	/** See `ItemKeys`: for each, the key of the run that is the same in all tries. */
	of(index: number): string[];
	/** The same for this try only, if the user wants to send again what may have been sent; otherwise none. */
	ofTry(index: number): string[];
	/**
	 * The key of the item when it is done: the person whom it reaches, so that a changed text does not change the key;
	 * otherwise its effect.
	 */
	doneBy(index: number): string;
	vendorName: string;
}

/** The keys of one item. */
export interface ItemIntent {
	/** The same in all tries; the first is the key of its effect. */
	keys: string[];
	ofTry: string[];
}

/** The key that says that the work of a key is done. */
export const doneKey = (key: string): string => `${key} done`;

/** An item that may have been sent is sent once more, but not a third time. */
export const againKey = (key: string): string => `${key} again`;

/** The keys that earlier tries of an execution have written, and the decision about items that they may have sent. */
export class EarlierTries {
	constructor(
		readonly log: KeyLog,
		private readonly lease: Ports['lease'],
		private readonly keys: Pick<IntentKeys, 'doneBy' | 'vendorName'>,
	) {}

	/** @returns the items that an earlier try is known to have done */
	async doneOf(indexes: number[]): Promise<ReadonlySet<number>> {
		if (indexes.length === 0) return new Set();
		const there = await this.log
			.find(indexes.map((index) => doneKey(this.keys.doneBy(index))))
			.catch(() => new Set<string>());
		return new Set(indexes.filter((index) => there.has(doneKey(this.keys.doneBy(index)))));
	}

	/**
	 * To be called before items are sent once more that an earlier try may have sent.
	 * @returns the written keys
	 * @throws ItemsHeldBack when an item is known to be done, or was sent once more before
	 */
	async repeat(items: Array<[number, ItemIntent]>): Promise<string[]> {
		if (items.length === 0) return [];
		// The user pressed Retry twice: the other Retry is sending the item now.
		if (items.some(([, { keys }]) => keys.some(this.log.isHeld))) throw new ItemFailure(underWay);
		const done = await this.doneOf(items.map(([index]) => index));
		if (done.size > 0)
			throw this.sentEarlier(
				items.filter(([index]) => done.has(index)),
				new Set(),
				done,
			);
		const keys = items.flatMap(([, intent]) => intent.keys.map(againKey));
		const there = await this.record({ keys });
		const repeated = items.filter(([, intent]) => intent.keys.some((key) => there.has(againKey(key))));
		if (repeated.length === 0) return keys;
		await this.log.withdraw({ keys: keys.filter((key) => !there.has(key)) });
		const failures = new Map(repeated.map(([index]) => [index, repeatedBefore(this.keys.vendorName)]));
		throw new ItemsHeldBack(repeatedBefore(this.keys.vendorName), failures);
	}

	/**
	 * Writes keys while no other process sends for the execution.
	 * @returns the keys that were there before
	 * @throws ItemFailure when they cannot be written
	 */
	async record(group: KeyGroup): Promise<ReadonlySet<string>> {
		const refuse = (): never => {
			throw new ItemFailure(notRecorded);
		};
		if (this.lease && !(await this.lease.hold().catch(refuse)))
			throw new ItemFailure(this.lease.wasHeldUp ? heldUp : underWay);
		return await this.log.write(group).catch(refuse);
	}

	/**
	 * @param items that an earlier try has sent, with their keys
	 * @param there keys of these items that are in the store
	 * @param done items that are known to be done
	 */
	sentEarlier(
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
