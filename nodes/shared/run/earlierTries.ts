import { ItemFailure, type Failure } from '../contract/failure';
import { ItemsHeldBack } from '../contract/intent';
import type { KeyLog } from '../memory/keyLog';
import type { KeyGroup } from '../memory/keyWriter';
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
export interface ItemIntent {
	/** In all tries; first that of what it does. */
	keys: string[];
	ofTry: string[];
}

export const doneKey = (key: string): string => `${key} done`;

/** What may have been sent is sent once more, and not a third time. */
export const againKey = (key: string): string => `${key} again`;

/** What earlier tries of an execution have written, and what is done where they may have sent an item. */
export class EarlierTries {
	constructor(
		readonly log: KeyLog,
		private readonly lease: Ports['lease'],
		private readonly keys: Pick<IntentKeys, 'doneBy' | 'vendorName'>,
	) {}

	/** @returns those of the items that are known to be done by an earlier try */
	async doneOf(indexes: number[]): Promise<ReadonlySet<number>> {
		if (indexes.length === 0) return new Set();
		const there = await this.log
			.find(indexes.map((index) => doneKey(this.keys.doneBy(index))))
			.catch(() => new Set<string>());
		return new Set(indexes.filter((index) => there.has(doneKey(this.keys.doneBy(index)))));
	}

	/**
	 * Items that an earlier try may have sent are about to be sent once more.
	 * @returns what was written about it
	 * @throws ItemsHeldBack when one is known to be done, or has been sent once more before
	 */
	async repeat(items: Array<[number, ItemIntent]>): Promise<string[]> {
		if (items.length === 0) return [];
		// A Retry that was pressed twice: the other one is sending it at this moment.
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
	 * @returns those that were there before
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
	 * @param there of these
	 * @param done those of the items that are known to be done
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
