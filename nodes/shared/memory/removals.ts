import { randomUUID } from 'node:crypto';

/** Keys that were removed at once. */
interface Removed {
	readonly at: number;
	readonly keys: Set<string>;
	/** A key that was there and was removed with them: if it is back, they are back. */
	readonly witness: string;
}

/**
 * Removed keys must stay away, but a rival that had read the store before writes them back. A lookup of the keys would
 * write them, too. So a key without meaning, the witness, is added and removed with them, and is looked up instead.
 */
export class Removals {
	private readonly all = new Set<Removed>();

	/** The witness that is in the store. */
	private witness: string | undefined;

	/** Witnesses that a lookup has put back. */
	private spent: string[] = [];

	get isEmpty(): boolean {
		return this.all.size === 0;
	}

	/** To be written with keys that will be removed again. */
	nextWitness(): string {
		this.witness ??= `witness ${randomUUID()}`;
		return this.witness;
	}

	/**
	 * Keys are removed.
	 * @returns further keys to remove with them
	 */
	add(keys: ReadonlySet<string>, at: number): string[] {
		const { witness, spent } = this;
		[this.witness, this.spent] = [undefined, []];
		if (witness === undefined) return spent;
		this.all.add({ at, keys: new Set(keys), witness });
		return [witness, ...spent];
	}

	/** These keys may be in the store. */
	forget(keys: readonly string[]): void {
		for (const removed of this.all) for (const key of keys) removed.keys.delete(key);
	}

	/** @returns witnesses of earlier removals */
	until(time: number): string[] {
		return [...this.all].filter(({ at }) => at <= time).map(({ witness }) => witness);
	}

	/**
	 * Witnesses were looked up.
	 * @param there witnesses that were there
	 * @returns keys that a rival has written back; undefined when there are none
	 */
	checked(witnesses: readonly string[], there: ReadonlySet<string>): string[] | undefined {
		const checked = [...this.all].filter(({ witness }) => witnesses.includes(witness));
		for (const removed of checked) this.all.delete(removed);
		for (const witness of witnesses) this.spent.push(witness);
		const back = checked.filter(({ witness }) => there.has(witness));
		return back.length === 0 ? undefined : back.flatMap(({ keys }) => [...keys]);
	}

	clear(): void {
		this.all.clear();
	}
}
