import type { Outcome } from './outcome';

/**
 * What a node remembers of one run of itself, so that a further try or n8n's Retry of the execution sends only what is
 * missing. n8n stores it with an execution that fails or is stopped.
 */
export interface Memory {
	/** @param key stands for what was to be done, see `OperationRun.read` */
	outcome(key: string): Outcome | undefined;
	keepOutcome(key: string, outcome: Outcome): void;
	/** Something half done, such as the ID of a run that goes on. Plain data. */
	note(key: string): unknown;
	keepNote(key: string, note: unknown): void;
	/** What was half done is done. */
	forgetNotes(): void;
	/** Everything was done: there is nothing to go on with. */
	forget(): void;
}
