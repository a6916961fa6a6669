import type { IDataObject } from 'n8n-workflow';

import type { ItemFailure } from '../contract/failure';
import type { PersistentKeys } from '../contract/persistentKeys';
import type { Memory } from '../contract/memory';
import type { EarlierCalls } from '../memory/earlierCalls';
import type { KeyLog } from '../memory/keyLog';
import type { RunLease } from '../memory/lease';
import type { Execution, ItemParameters } from '../contract/operation';
import type { HttpPort, SenderPorts } from '../http/ports';
import type { ItemKey } from './itemKeys';
import type { Spacing } from './nodeOptions';
import type { CallerTimeout } from './callerTimeout';

/** The input items and the node's parameters. */
export interface ParametersPort {
	/** Input items of this run. */
	count: number;
	/** Whether an item is empty, such as a blank row below the data of a spreadsheet, while others are not. */
	isBlank(index: number): boolean;
	/** Whether items differ only in their own columns, so that a blank item has nothing to do. */
	dependsOnRow: boolean;
	/** Filters that were added and left empty, as far as they have been read. */
	unfiltered: ReadonlySet<string>;
	/** JSON fields with null or an empty text in them, as far as they have been read. */
	leftOut: ReadonlySet<string>;
	/** An item's own data; empty in a tool. */
	input(index: number): IDataObject;
	/** The source of an item: its own data, and the parameters as the user wrote them, without options. Plain data. */
	origin(index: number): unknown;
	/**
	 * The value of a field of the first item, before it is read.
	 * @param path such as `campaignId` or `filters.agentId`
	 */
	given(path: string): unknown;
	/**
	 * Replaces the value of a field by an ID, or sets the reason why there is none. Call this before any item is read.
	 */
	correct(path: string, found: string | ItemFailure): void;
	/** Each parameter of an item is evaluated once, when it is first read. */
	of(index: number): ItemParameters;
	/**
	 * Columns of the input that should have been mapped, and that no field used.
	 * @param wasRead whether an item was read completely, so that its used columns are known
	 */
	unusedColumns(wasRead: (index: number) => boolean): string[];
	/**
	 * Whether the parameters may get a value from this column of an item, in this run or a later one.
	 * @param wasRead whether the item was read completely, so that its used columns are known
	 */
	mayRead(column: string, wasRead: boolean): boolean;
}

/** See `Execution`; here the carried values are plain data. */
export interface ExecutionPort extends Omit<Execution, 'waitUntil'> {
	waitUntil(time: Date, carried: IDataObject[], graceMs: number): Promise<void>;
}

/** What calls of a tool leave for later calls, in all executions. */
export interface ToolMemory {
	/** Identifies the tool's action and credential, in all nodes and workflows. */
	work: string;
	calls: EarlierCalls;
	/** A person pressed Retry in the list of executions. */
	isRetry: boolean;
}

/** The driver's only way to the outside. All of n8n is behind it. */
export interface Ports extends SenderPorts {
	parameters: ParametersPort;
	http: HttpPort;
	memory: Memory;
	/**
	 * Identify this run of the node, all its runs, and the node even after changes, in all tries of the execution,
	 * including n8n's Retry. Another execution has other values.
	 */
	lineages: Record<ItemKey['scope'], string>;
	/** Another one in n8n's Retry; '' if n8n runs the node without an execution. */
	executionId: string;
	/** undefined if n8n has no store that outlives the process. */
	keyLog: KeyLog | undefined;
	/** The lease of the execution's lineage; undefined if no other process can run the execution at the same time. */
	lease?: RunLease;
	/** Starts when no other call of the same tool with one of these keys is at work. */
	exclusively<T>(keys: string[], work: () => Promise<T>): Promise<T>;
	/** undefined when the user wants no pauses between items. */
	spacing: Spacing | undefined;
	/** The same store, for an operation's own keys. */
	keys: PersistentKeys | undefined;
	/** The same store; without one in n8n, a store that lasts as long as the process. */
	contactKeys: PersistentKeys;
	/** For a call by a model; undefined in a workflow. */
	tool?: ToolMemory;
	/**
	 * The node's data from earlier executions.
	 * @param remedy the user's alternatives
	 */
	staticData(remedy: string): Promise<IDataObject>;
	execution: ExecutionPort | undefined;
	/** How long the caller of the run waits. */
	patience: CallerTimeout;
	/** Stop was pressed, or the caller has stopped waiting. */
	isCancelled(): boolean;
}
