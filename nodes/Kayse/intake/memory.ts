import { ItemFailure, mayHaveHappened } from '../../shared/contract/failure';
import type { ApiClient } from '../../shared/contract/operation';
import { isRecord } from '../../shared/values/json';
import { entryFrom, KINDS, type Entry, type Kind, type Remembering } from './entry';
import { persistentMemory, type PersistentMemory } from './persistentMemory';
import { UnfinishedLeads } from './unfinished';
import { stringOf } from '../../shared/values/text';

/** Name of the run's note. n8n stores it with an execution that fails or is stopped. */
const NOTE = 'leads';

/** The records that a run has created, by kind and key. */
type Made = Partial<Record<Kind, Record<string, unknown>>>;

function madeIn(note: unknown): Made {
	if (!isRecord(note)) return {};
	return Object.fromEntries(KINDS.flatMap((kind) => (isRecord(note[kind]) ? [[kind, note[kind]]] : [])));
}

const notNoted = (error: unknown) =>
	new ItemFailure({
		kind: 'unavailable',
		message: 'Nothing was sent, because n8n could not save a note about it',
		description: `Without the note, a lead could be created twice. Run the item again. n8n says: ${error instanceof Error ? error.message : stringOf(error)}`,
	});

/**
 * The records that Take In remembers for one account, in three layers:
 * - this run and its earlier tries, in the run's notes;
 * - earlier executions, in the place that the user chose;
 * - started creations, in n8n's database: their keys stay even if n8n keeps nothing else.
 */
export class LeadMemory {
	private constructor(
		private readonly api: Pick<ApiClient, 'keys' | 'time'>,
		/** The account, then other names under which its leads may be remembered. */
		private readonly owners: readonly string[],
		private readonly ofRun: Made,
		private readonly lasting: PersistentMemory,
		private readonly isTool: boolean,
		private readonly unfinished: UnfinishedLeads | undefined,
	) {}

	/**
	 * @param leads number of leads in the run
	 * @throws ItemFailure if there are too many leads for a workflow, or n8n does not return the workflow's memory
	 */
	static async open(api: ApiClient, { place, isTool }: Remembering, leads: number): Promise<LeadMemory> {
		const owner = { credentialName: api.credentialName, account: await api.account() };
		const { memory: lasting, owners } = await persistentMemory(api, owner, place, leads);
		const ofRun = madeIn(api.notes.note(NOTE));
		api.notes.keepNote(NOTE, ofRun);
		// n8n drops static data when an execution is stopped. After a Retry, the notes still have the records.
		for (const kind of KINDS) {
			for (const [key, entry] of Object.entries(ofRun[kind] ?? {})) lasting.set(kind, key, entryFrom(entry) ?? {});
		}
		const unfinished = isTool && !api.keys ? new UnfinishedLeads(() => api.time.now()) : undefined;
		return new LeadMemory(api, owners, ofRun, lasting, isTool, unfinished);
	}

	get(kind: Kind, key: string): Entry | undefined {
		return this.ofTries(kind, key) ?? this.lasting.get(kind, this.keysOf(key));
	}

	/** Whether this run or an earlier try of it created the record, or perhaps created it. */
	isOfRun(kind: Kind, key: string): boolean {
		return this.ofTries(kind, key) !== undefined;
	}

	set(kind: Kind, key: string, entry: Entry): void {
		const own = this.keyOf(key);
		(this.ofRun[kind] ??= {})[own] = entry;
		this.unfinished?.set(kind, own, entry);
		this.lasting.set(kind, own, entry);
	}

	/** Remembers the values of an input item, for a table. */
	learn(kind: Kind, key: string, entry: Entry): void {
		this.lasting.set(kind, this.keyOf(key), entry);
	}

	/**
	 * Writes a key before the record is created.
	 * @returns whether an execution has started this creation, but left nothing else in memory
	 */
	async begin(kind: Kind, key: string): Promise<boolean> {
		const { keys } = this.api;
		if (!keys) return false;
		const begun = this.begunKeys(kind, key);
		const known = await keys.add(begun).catch((error: unknown) => {
			throw notNoted(error);
		});
		// One key is enough. A key that cannot be removed says the same as that one.
		await keys.remove(begun.slice(1).filter((one) => !known.has(one))).catch(() => {});
		return known.size > 0;
	}

	/** Whether the key of a started creation is enough. It is not for a tool: intents distinguish the equal calls of an agent. */
	get isWrittenDown(): boolean {
		return this.api.keys !== undefined && !this.isTool;
	}

	/**
	 * Creates a record. Remembers an unknown outcome. If Kayse refuses, a later run may create the record.
	 * @param begun another key that this run wrote before the request
	 */
	async make<T>(kind: Kind, { key, begun = key }: { key: string; begun?: string }, make: () => Promise<T>): Promise<T> {
		return await make().catch(async (error: unknown) => {
			const isUnknown = !(error instanceof ItemFailure) || mayHaveHappened(error.failure);
			if (isUnknown) this.set(kind, key, { unknownSince: this.now() });
			// If the key stays, the lead is held back and says so.
			else
				await this.api.keys
					?.remove([...new Set([key, begun])].flatMap((one) => this.begunKeys(kind, one)))
					.catch(() => {});
			throw error;
		});
	}

	now(): string {
		return new Date(this.api.time.now()).toISOString();
	}

	/** Ends the run. @param isFinished whether all leads are done */
	async close(isFinished: boolean): Promise<void> {
		if (isFinished) this.unfinished?.finish();
		this.lasting.close();
		// The keys were written before the requests left.
		await this.api.keys?.settle().catch(() => {});
	}

	/** The entry of this run and its earlier tries; for a tool, of earlier calls. */
	private ofTries(kind: Kind, key: string): Entry | undefined {
		const entries = this.keysOf(key).map(
			(one) => entryFrom(this.ofRun[kind]?.[one]) ?? this.unfinished?.get(kind, one),
		);
		return entries.find((entry) => entry !== undefined);
	}

	/** n8n keeps the keys of each node apart; keys of this node's other features have another prefix. */
	private begunKeys(kind: Kind, key: string): string[] {
		return this.keysOf(key).map((one) => `intake ${kind} ${one}`);
	}

	/** Each account has its own keys, because its IDs belong to other people. */
	private keysOf(key: string): string[] {
		return this.owners.map((owner) => `${owner} ${key}`);
	}

	/** The key for new entries. */
	private keyOf(key: string): string {
		return `${this.owners[0]} ${key}`;
	}
}
