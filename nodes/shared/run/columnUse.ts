/** Which columns of a run's input Map Automatically used. */
export class ColumnUse {
	/** By item. */
	private readonly offered = new Map<number, readonly string[]>();

	private readonly used = new Set<string>();

	/** @param names of the columns that are filled in the item */
	offer(index: number, names: readonly string[]): void {
		this.offered.set(index, names);
	}

	use(names: readonly string[]): void {
		for (const name of names) this.used.add(name);
	}

	isUsed(name: string): boolean {
		return this.used.has(name);
	}

	/** The columns of one item, as far as it has been read. */
	unusedIn(index: number): string[] {
		return (this.offered.get(index) ?? []).filter((name) => !this.used.has(name));
	}

	/** @returns the columns that are filled in an item that was read completely, and that no item used */
	unused(wasRead: (index: number) => boolean): string[] {
		const names = new Set([...this.offered].flatMap(([index, names]) => (wasRead(index) ? names : [])));
		return [...names].filter((name) => !this.used.has(name));
	}
}
