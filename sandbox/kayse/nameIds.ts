/** Case types or statuses: names on a case, ids in a filter. */
export class Names {
	private readonly ids = new Map<string, number>();

	constructor(private nextId: number) {}

	/** "Created if missing" (docs/vendors/kayse.md#metadata). */
	idOf(name: string): number {
		const known = this.ids.get(name);
		if (known !== undefined) return known;
		const id = this.nextId;
		this.nextId += 1;
		this.ids.set(name, id);
		return id;
	}

	all(): Record<string, number> {
		return Object.fromEntries(this.ids);
	}
}
