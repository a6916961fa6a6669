import { randomUUID } from 'node:crypto';

/** Keys that were taken out at once. */
interface Removed {
	readonly at: number;
	readonly keys: Set<string>;
	/** Was there when they were, and was taken out with them: it is back if they are. */
	readonly witness: string;
}

/**
 * Keys that were taken out are to stay out, but a rival that had read the store before writes them back. To look for them would
 * write them, too: so a key that says nothing, the witness, goes in and out with them and is looked for in their place.
 */
export class Removals {
	private readonly all = new Set<Removed>();

	/** Is in the store. */
	private witness: string | undefined;

	/** Looking for them has put them back. */
	private spent: string[] = [];

	get isEmpty(): boolean {
		return this.all.size === 0;
	}

	/** To be written along with keys that are to be taken out again. */
	nextWitness(): string {
		this.witness ??= `witness ${randomUUID()}`;
		return this.witness;
	}

	/**
	 * Keys are taken out.
	 * @returns further ones that go with them
	 */
	add(keys: ReadonlySet<string>, at: number): string[] {
		const { witness, spent } = this;
		[this.witness, this.spent] = [undefined, []];
		if (witness === undefined) return spent;
		this.all.add({ at, keys: new Set(keys), witness });
		return [witness, ...spent];
	}

	/** They are in the store with good reason. */
	forget(keys: readonly string[]): void {
		for (const removed of this.all) for (const key of keys) removed.keys.delete(key);
	}

	/** @returns witnesses of what was taken out until then */
	until(time: number): string[] {
		return [...this.all].filter(({ at }) => at <= time).map(({ witness }) => witness);
	}

	/**
	 * Witnesses were looked for.
	 * @param there those that were there
	 * @returns keys that a rival has written back; undefined when there is none
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
