import type { ColumnNotes } from '../contract/operation';

/** What Map Automatically made of the columns of a run's input. */
export class ColumnUse implements ColumnNotes {
	private readonly offered = new Set<string>();

	private readonly used = new Set<string>();

	offer(names: readonly string[]): void {
		for (const name of names) this.offered.add(name);
	}

	use(names: readonly string[]): void {
		for (const name of names) this.used.add(name);
	}

	/** Filled in some item, and used in none. */
	unused(): string[] {
		return [...this.offered].filter((name) => !this.used.has(name));
	}
}
