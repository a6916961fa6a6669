import type { Entry, Kind } from './entry';

/** Records of leads that a process remembers. The oldest go first. */
const MOST_RECORDS = 2_000;

/** As long as a tool knows what it has done, in ms. */
const KEPT_MS = 3_600_000;

interface Kept {
	entry: Entry;
	/** Epoch ms. */
	at: number;
}

const kept = new Map<string, Kept>();

const nameOf = (kind: Kind, key: string): string => `${kind} ${key}`;

/**
 * What a model's call has made of a lead that it could not finish, for the next call: where n8n keeps nothing for a tool, each call knows
 * nothing of the others. It lasts as long as the process.
 */
export class UnfinishedLeads {
	/** Those of this call. */
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

	/** The lead is done: another one from the same source is the user's business. */
	finish(): void {
		for (const name of this.own) kept.delete(name);
	}
}
