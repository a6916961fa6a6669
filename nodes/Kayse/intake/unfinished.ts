import type { Entry, Kind } from './entry';

/** Most records of leads that a process remembers. The oldest are forgotten first. */
const MOST_RECORDS = 2_000;

/** How long a record is remembered, in ms. */
const KEPT_MS = 3_600_000;

interface Kept {
	entry: Entry;
	/** Epoch ms. */
	at: number;
}

const kept = new Map<string, Kept>();

const nameOf = (kind: Kind, key: string): string => `${kind} ${key}`;

/**
 * Remembers the records of leads that a tool call did not finish, for the model's next call: n8n stores nothing between
 * the calls of a tool. The memory lasts as long as the process.
 */
export class UnfinishedLeads {
	/** Keys of this call. */
	private readonly own = new Set<string>();

	/** @param now in epoch ms */
	constructor(private readonly now: () => number) {}

	get(kind: Kind, key: string): Entry | undefined {
		const name = nameOf(kind, key);
		const found = kept.get(name);
		if (!found || this.now() - found.at > KEPT_MS) return undefined;
		this.own.add(name);
		return found.entry;
	}

	set(kind: Kind, key: string, entry: Entry): void {
		const name = nameOf(kind, key);
		this.own.add(name);
		kept.delete(name);
		kept.set(name, { entry, at: this.now() });
		for (const oldest of kept.keys()) {
			if (kept.size <= MOST_RECORDS) break;
			kept.delete(oldest);
		}
	}

	/** Forgets this call's records. Its leads are done, so the user may take in another lead with the same source. */
	finish(): void {
		for (const name of this.own) kept.delete(name);
	}
}
