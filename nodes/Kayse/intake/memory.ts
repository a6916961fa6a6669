import { ItemFailure, mayHaveHappened } from '../../shared/contract/failure';
import type { ApiClient } from '../../shared/contract/operation';
import { isRecord } from '../../shared/values/json';
import { entryFrom, KINDS, type Entry, type Kind, type Remembering } from './entry';
import { persistentMemory, type PersistentMemory } from './persistentMemory';
import { UnfinishedLeads } from './unfinished';
import { stringOf } from '../../shared/values/text';

/** Of the run's notes, which n8n stores with an execution that fails or is stopped. */
const NOTE = 'leads';

/** What a run has made, by kind and key. */
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
 * What Take In knows of what exists at Kayse, for one account. Three layers:
 * - this run and its earlier tries, in the run's notes;
 * - earlier executions, where the user has them remembered;
 * - that something has been begun, whatever became of it, in n8n's database: there whether n8n has kept the rest or not.
 */
export class LeadMemory {
	private constructor(
		private readonly api: Pick<ApiClient, 'keys' | 'time'>,
		/** The account, and what else its people are known under. */
		private readonly owners: readonly string[],
		private readonly ofRun: Made,
		private readonly lasting: PersistentMemory,
		private readonly isTool: boolean,
		private readonly unfinished: UnfinishedLeads | undefined,
	) {}

	/**
	 * @param leads how many there are in the run
	 * @throws ItemFailure where the workflow cannot remember them, or n8n does not hand over what it does
	 */
	static async open(api: ApiClient, { place, isTool }: Remembering, leads: number): Promise<LeadMemory> {
		const owner = { credentialName: api.credentialName, account: await api.account() };
		const { memory: lasting, owners } = await persistentMemory(api, owner, place, leads);
		const ofRun = madeIn(api.notes.note(NOTE));
		api.notes.keepNote(NOTE, ofRun);
		// n8n drops static data when an execution is stopped; a Retry has the notes of what was made by then.
		for (const kind of KINDS) {
			for (const [key, entry] of Object.entries(ofRun[kind] ?? {})) lasting.set(kind, key, entryFrom(entry) ?? {});
		}
		const unfinished = isTool && !api.keys ? new UnfinishedLeads(() => api.time.now()) : undefined;
		return new LeadMemory(api, owners, ofRun, lasting, isTool, unfinished);
	}

	get(kind: Kind, key: string): Entry | undefined {
		return this.ofTries(kind, key) ?? this.lasting.get(kind, this.keysOf(key));
	}

	/** Whether this run, or an earlier try of it, has made it or left it in doubt. */
	isOfRun(kind: Kind, key: string): boolean {
		return this.ofTries(kind, key) !== undefined;
	}

	set(kind: Kind, key: string, entry: Entry): void {
		const own = this.keyOf(key);
		(this.ofRun[kind] ??= {})[own] = entry;
		this.unfinished?.set(kind, own, entry);
		this.lasting.set(kind, own, entry);
	}

	/** What an input item knows, where a table remembers. */
	learn(kind: Kind, key: string, entry: Entry): void {
		this.lasting.set(kind, this.keyOf(key), entry);
	}

	/**
	 * Notes down that it is being made, before it is.
	 * @returns whether an execution has begun it that nothing else is remembered of
	 */
	async begin(kind: Kind, key: string): Promise<boolean> {
		const { keys } = this.api;
		if (!keys) return false;
		const begun = this.begunKeys(kind, key);
		const known = await keys.add(begun).catch((error: unknown) => {
			throw notNoted(error);
		});
		// One is enough. What cannot be taken out says no more than that one.
		await keys.remove(begun.slice(1).filter((one) => !known.has(one))).catch(() => {});
		return known.size > 0;
	}

	/** Whether it is enough that something was begun; equal calls of an agent's tool are told apart by their intents. */
	get isWrittenDown(): boolean {
		return this.api.keys !== undefined && !this.isTool;
	}

	/**
	 * Makes what was begun. What is in doubt afterwards is remembered as such; what was refused may be begun again.
	 * @param begun what else was begun with it
	 */
	async make<T>(kind: Kind, { key, begun = key }: { key: string; begun?: string }, make: () => Promise<T>): Promise<T> {
		return await make().catch(async (error: unknown) => {
			const isUnknown = !(error instanceof ItemFailure) || mayHaveHappened(error.failure);
			if (isUnknown) this.set(kind, key, { unknownSince: this.now() });
			// Should it stay, the lead is held back and says so.
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

	/** Nothing more comes in this run. @param isFinished all leads are done */
	async close(isFinished: boolean): Promise<void> {
		if (isFinished) this.unfinished?.finish();
		this.lasting.close();
		// They were there before the requests left.
		await this.api.keys?.settle().catch(() => {});
	}

	/** Of this run and its earlier tries, which of a tool are earlier calls. */
	private ofTries(kind: Kind, key: string): Entry | undefined {
		const entries = this.keysOf(key).map(
			(one) => entryFrom(this.ofRun[kind]?.[one]) ?? this.unfinished?.get(kind, one),
		);
		return entries.find((entry) => entry !== undefined);
	}

	/** Other nodes' keys are elsewhere; those of other features of this node begin differently. */
	private begunKeys(kind: Kind, key: string): string[] {
		return this.keysOf(key).map((one) => `intake ${kind} ${one}`);
	}

	/** Another account's IDs stand for other people. */
	private keysOf(key: string): string[] {
		return this.owners.map((owner) => `${owner} ${key}`);
	}

	/** The one that is written. */
	private keyOf(key: string): string {
		return `${this.owners[0]} ${key}`;
	}
}
