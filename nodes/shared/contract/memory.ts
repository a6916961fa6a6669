import type { Outcome } from './outcome';

/** Something half done, such as the ID of a run that goes on. Plain data. */
export interface Notes {
	note(name: string): unknown;
	keepNote(name: string, note: unknown): void;
}

export interface RememberedOutcome {
	outcome: Outcome;
	/** n8n's Retry is another execution. */
	isOfThisExecution: boolean;
}

/**
 * What a node remembers of one run of itself, so that a further try or n8n's Retry of the execution sends only what is
 * missing. n8n stores it with an execution that fails or is stopped.
 */
export interface Memory {
	/** @param key stands for what was to be done, see `OperationRun.read` */
	outcome(key: string): RememberedOutcome | undefined;
	keepOutcome(key: string, outcome: Outcome): void;
	/** See `Notes`. */
	note: Notes['note'];
	keepNote: Notes['keepNote'];
	/** @param reached as in `ItemKeys`. @returns how often the node reached it in its earlier runs of this execution */
	timesReached(reached: string): number;
	/** @param key of an item that is done, or may be: `reached`, and a number after it */
	keepReached(key: string): void;
	/** Keys that the node has written in all its runs of this execution. */
	readonly keyCount: number;
	/** @param more that it has written in this run */
	keepKeyCount(more: number): void;
	/** What was half done is done. */
	forgetNotes(): void;
	/** Everything was done: there is nothing to go on with but whom it reached. */
	forget(): void;
}
