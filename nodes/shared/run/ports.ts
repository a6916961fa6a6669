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
	/** Whether an item says nothing, as a blank row below the data of a spreadsheet: others do say something. */
	isBlank(index: number): boolean;
	/** Whether all that makes an item differ from the others are its own columns, so that a blank one is about nothing. */
	dependsOnRow: boolean;
	/** Filters that were added and hold nothing, as far as they have been read. */
	unfiltered: ReadonlySet<string>;
	/** JSON fields with null or an empty text in them, as far as they have been read. */
	leftOut: ReadonlySet<string>;
	/** An item's own data; nothing in a tool. */
	input(index: number): IDataObject;
	/** What an item is made from: its own data, and the parameters as the user wrote them, without options. Plain data. */
	origin(index: number): unknown;
	/** What stands in a field of the first item, before it is read. @param path such as `campaignId` or `filters.agentId` */
	given(path: string): unknown;
	/** Puts an ID in place of what stands in a field, or says why there is none. Before any item is read. */
	correct(path: string, found: string | ItemFailure): void;
	/** Each parameter of an item is evaluated once, when it is first read. */
	of(index: number): ItemParameters;
	/**
	 * Columns of the input that were to be mapped, and that nothing was made of.
	 * @param wasRead whether an item was read to its end, so that it is known which columns it uses
	 */
	unusedColumns(wasRead: (index: number) => boolean): string[];
}

/** See `Execution`; what is carried is data by now. */
export interface ExecutionPort extends Omit<Execution, 'waitUntil'> {
	waitUntil(time: Date, carried: IDataObject[], graceMs: number): Promise<void>;
}

/** What calls of a tool leave for later ones, in whichever execution. */
export interface ToolMemory {
	/** Stands for what the tool does by which credential, in whichever node and workflow. */
	work: string;
	calls: EarlierCalls;
	/** A person has pressed Retry in the list of executions. */
	isRetry: boolean;
}

/** What the driver needs of the world. All of n8n lies behind it. */
export interface Ports extends SenderPorts {
	parameters: ParametersPort;
	http: HttpPort;
	memory: Memory;
	/** Stand for this run of the node, for all its runs, and for the node however it is changed, in all tries of the execution, n8n's Retry included; another execution has others. */
	lineages: Record<ItemKey['scope'], string>;
	/** Another one in n8n's Retry; '' where n8n runs the node without an execution. */
	executionId: string;
	/** undefined where n8n has no store that outlives the process. */
	keyLog: KeyLog | undefined;
	/** Of the execution's lineage; undefined where no other process can run the execution at the same time. */
	lease?: RunLease;
	/** Works when no other call of the same tool works that has any of these keys. */
	exclusively<T>(keys: string[], work: () => Promise<T>): Promise<T>;
	/** undefined when the user wants no pauses between items. */
	spacing: Spacing | undefined;
	/** The same store, for keys of an operation's own. */
	keys: PersistentKeys | undefined;
	/** The same store, or where n8n has none, one that lasts as long as the process. */
	contactKeys: PersistentKeys;
	/** Of a call by a model; undefined in a workflow. */
	tool?: ToolMemory;
	/** What the node keeps from one execution to the next. @param remedy what else the user can choose */
	staticData(remedy: string): Promise<IDataObject>;
	execution: ExecutionPort | undefined;
	/** Of whoever waits for the run. */
	patience: CallerTimeout;
	/** Stop was pressed, or the patience is over. */
	isCancelled(): boolean;
}
