import type { IDataObject } from 'n8n-workflow';

import { invalidInput } from '../../shared/contract/failure';
import type { ApiClient } from '../../shared/contract/operation';
import { isRecord } from '../../shared/values/json';
import { entryFrom, KINDS, type Entry, type Kind, type Place } from './entry';

/** What is remembered of earlier executions. */
export interface PersistentMemory {
	/** @param keys its own, then those that it may have been kept under before */
	get(kind: Kind, keys: readonly string[]): Entry | undefined;
	set(kind: Kind, key: string, entry: Entry): void;
	/** Nothing more comes in this run. */
	close(): void;
}

/** n8n stores a workflow's static data as a whole with each execution, so it must not grow for ever. */
const MOST_ENTRIES = 2_000;

/** From here on the user is told. */
const NEARLY_FULL = MOST_ENTRIES * 0.9;

/**
 * What one execution needs is kept whatever the limit, up to this: of so many, n8n's database still knows that they were begun
 * when n8n drops the rest (30,000 keys, 3 for a lead that is called).
 */
const MOST_LEADS = 9_000;

const IN_A_TABLE = 'Set Remember Leads to "In a Table"';

const tooMany = () =>
	invalidInput(`A workflow cannot remember more than ${MOST_LEADS} leads of one execution`, `${IN_A_TABLE}.`);

/** An execution that remembers. */
interface Execution {
	/** Executions are counted, so that each entry tells in which one it last came. */
	number: number;
	/** Keys of the leads that came so far. */
	leads: Set<string>;
}

/** By n8n's object for what is kept, which is another one for each execution: a loop runs the node many times in one. */
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

/** In the workflow's static data: of each kind at most so many, and all of this execution and the one before. */
class WorkflowMemory implements PersistentMemory {
	/** @param kept changes of this object are noticed by n8n */
	constructor(
		private readonly kept: IDataObject,
		private readonly execution: Execution,
		private readonly warn: (text: string) => void,
	) {}

	/** What is found moves to its own key: where it was, it is forgotten in time. */
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

	/** Forgets what has not come for longest. What came in the execution before may still come in this one. */
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

/** A table remembers; the items, which are its rows, bring what it knows. */
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

/** Most accounts that are kept of a credential. */
const MOST_ACCOUNTS = 5;

/**
 * The accounts that a credential has stood for in this workflow, the present one first: when its key is replaced by a new one, its
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

/** Whose leads they are. */
export interface Owner {
	/** See `ApiClient`. */
	credentialName: string;
	account: string;
}

/** What is remembered for an owner. */
interface Remembered {
	memory: PersistentMemory;
	/** What a key may begin with, the present account first. The credential's name is what earlier versions of this node wrote. */
	owners: string[];
}

/** @throws ItemFailure where n8n does not hand over what the workflow remembers, or it cannot remember so many leads */
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
