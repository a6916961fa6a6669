import type { IDataObject } from 'n8n-workflow';

import { invalidInput } from '../../shared/contract/failure';
import type { ApiClient } from '../../shared/contract/operation';
import { isRecord } from '../../shared/values/json';
import { entryFrom, KINDS, type Entry, type Kind, type Place } from './entry';

/** The memory of earlier executions. */
export interface PersistentMemory {
	/** @param keys the present key, then older keys of the same record */
	get(kind: Kind, keys: readonly string[]): Entry | undefined;
	set(kind: Kind, key: string, entry: Entry): void;
	/** Ends the run. */
	close(): void;
}

/** n8n stores the whole static data of a workflow with each execution, so they must not grow without limit. */
const MOST_ENTRIES = 2_000;

/** From this number on, the node warns the user. */
const NEARLY_FULL = MOST_ENTRIES * 0.9;

/**
 * All leads of one execution are kept, even above the limit, up to this number. For so many, n8n's database still has
 * the keys of started creations: it keeps 30,000 keys, and a lead with a call needs 3.
 */
const MOST_LEADS = 9_000;

const IN_A_TABLE = 'Set Remember Leads to "In a Table"';

const tooMany = () =>
	invalidInput(`A workflow cannot remember more than ${MOST_LEADS} leads of one execution`, `${IN_A_TABLE}.`);

/** An execution that remembers. */
interface Execution {
	/** Number of the execution: each entry has the number of the last execution that used it. */
	number: number;
	/** Keys of the leads so far. */
	leads: Set<string>;
}

/** By n8n's object with the stored data: it is a new one for each execution, but the same for each run of the node in a loop. */
const executions = new WeakMap<IDataObject, Execution>();

function executionOf(kept: IDataObject): Execution {
	const open = executions.get(kept);
	if (open) return open;
	const number = typeof kept.executions === 'number' ? kept.executions + 1 : 1;
	kept.executions = number;
	const execution = { number, leads: new Set<string>() };
	executions.set(kept, execution);
	return execution;
}

const lastCame = (entry: unknown): number =>
	isRecord(entry) && typeof entry.lastCame === 'number' ? entry.lastCame : 0;

/** Memory in the workflow's static data. It keeps a limited number of each kind, and all entries of this execution and the one before. */
class WorkflowMemory implements PersistentMemory {
	/** @param kept n8n notices changes of this object */
	constructor(
		private readonly kept: IDataObject,
		private readonly execution: Execution,
		private readonly warn: (text: string) => void,
	) {}

	/** Copies an entry that it finds to the present key; under the old key it is forgotten later. */
	get(kind: Kind, keys: readonly string[]): Entry | undefined {
		const entries = this.entries(kind);
		const [own] = keys;
		const entry = keys.map((key) => entryFrom(entries[key])).find((found) => found !== undefined);
		if (entry && own !== undefined) this.set(kind, own, entry);
		return entry;
	}

	set(kind: Kind, key: string, entry: Entry): void {
		if (kind === 'cases') this.execution.leads.add(key);
		this.entries(kind)[key] = { ...entry, lastCame: this.execution.number };
	}

	/**
	 * Forgets the entries that were not used for longest. Entries of the execution before are kept, because their leads
	 * may still come in this one.
	 */
	close(): void {
		for (const kind of KINDS) {
			const entries = Object.entries(this.entries(kind));
			if (entries.length < NEARLY_FULL) continue;
			const forgotten = entries
				.map(([key, entry]) => ({ key, came: lastCame(entry) }))
				.filter(({ came }) => came < this.execution.number - 1)
				.sort((a, b) => a.came - b.came)
				.slice(0, Math.max(0, entries.length - MOST_ENTRIES));
			for (const { key } of forgotten) delete this.entries(kind)[key];
			this.warn(
				forgotten.length > 0
					? `Forgotten: ${forgotten.length} ${kind}. A workflow remembers ${MOST_ENTRIES}. ${IN_A_TABLE}.`
					: `Remembered: ${entries.length} ${kind}. Above ${MOST_ENTRIES}, the node forgets the oldest. ${IN_A_TABLE} before.`,
			);
		}
	}

	private entries(kind: Kind): IDataObject {
		const entries = this.kept[kind];
		if (isRecord(entries)) return entries as IDataObject;
		return (this.kept[kind] = {});
	}
}

/** The user's table is the memory: its rows are the input items and bring their values. */
class TableMemory implements PersistentMemory {
	private readonly brought = new Map<string, Entry>();

	get(kind: Kind, keys: readonly string[]): Entry | undefined {
		return keys.map((key) => this.brought.get(`${kind} ${key}`)).find((found) => found !== undefined);
	}

	set(kind: Kind, key: string, entry: Entry): void {
		this.brought.set(`${kind} ${key}`, entry);
	}

	close(): void {}
}

/** Most accounts of a credential that are kept. */
const MOST_ACCOUNTS = 5;

/**
 * The accounts that a credential has used in this workflow, the present one first. After a change of the API key, the
 * people stay the same.
 */
function accountsOf(kept: IDataObject, { credentialName, account }: Owner): string[] {
	const all = isRecord(kept.accounts) ? kept.accounts : {};
	const before = all[credentialName];
	const known = Array.isArray(before) ? before.filter((one) => typeof one === 'string') : [];
	if (known[0] === account) return known;
	const accounts = [...new Set([account, ...known])].slice(0, MOST_ACCOUNTS);
	kept.accounts = { ...all, [credentialName]: accounts };
	return accounts;
}

/** The owner of leads. */
export interface Owner {
	/** See `ApiClient`. */
	credentialName: string;
	account: string;
}

/** The memory for an owner. */
interface Remembered {
	memory: PersistentMemory;
	/** Prefixes of keys, the present account first. Earlier versions of this node used the credential's name. */
	owners: string[];
}

/**
 * Opens the memory.
 * @throws ItemFailure if n8n does not return the workflow's memory, or there are too many leads for it
 */
export async function persistentMemory(
	api: Pick<ApiClient, 'kept' | 'warn'>,
	owner: Owner,
	place: Place,
	leads: number,
): Promise<Remembered> {
	const { account, credentialName } = owner;
	if (place === 'table') return { memory: new TableMemory(), owners: [account, credentialName] };
	const kept = await api.kept(IN_A_TABLE);
	const execution = executionOf(kept);
	if (execution.leads.size + leads > MOST_LEADS) throw tooMany();
	return {
		memory: new WorkflowMemory(kept, execution, api.warn),
		owners: [...accountsOf(kept, owner), credentialName],
	};
}
