import type { Outcome } from './outcome';

/** A state in between, such as the ID of a run that goes on. Plain data. */
export interface Notes {
	note(name: string): unknown;
	keepNote(name: string, note: unknown): void;
}

/** The outcome of an earlier try. */
export interface RememberedOutcome {
	outcome: Outcome;
	/** n8n's Retry is another execution. */
	isOfThisExecution: boolean;
}

/** A row's statement about the record that it is about. Plain data. */
export interface RecordStatement {
	/** Identifiers of the record. Two rows with a common one are about the same record. */
	ids: string[];
	/** Its name, part by part; empty texts if the row does not say. */
	name: string[];
}

/** The statement of an earlier row. */
export interface EarlierStatement extends RecordStatement {
	/** The item's place; in an earlier run of the node in this execution if marked so. */
	index: number;
	isEarlierRun: boolean;
}

/** The statements of a node's rows about their records, in this run and in the earlier turns of a loop. */
export interface RecordStatements {
	/**
	 * Notes a row's statement, unless it contradicts an earlier one about the same record.
	 * @param index the item's place
	 * @param contradicts absent if the row may say anything
	 * @returns the contradicted statement
	 */
	meet(
		telling: RecordStatement,
		index: number,
		contradicts?: (met: RecordStatement) => boolean,
	): EarlierStatement | undefined;
}

/** A record that an item has created, or may have. Plain data. */
export interface CreatedRecord {
	/** The item's place, in an earlier run of the node in this execution. */
	index: number;
	/** Equal for items that say the same about it. */
	row: string;
	/** Its ID at the vendor; null if it is not known whether it exists. */
	id: number | null;
}

/**
 * The memory of one run of a node, so that a further try or n8n's Retry of the execution sends only the missing items.
 * n8n stores it with an execution that fails or is stopped.
 */
export interface Memory {
	/** @param key identifies the work, see `OperationRun.read` */
	outcome(key: string): RememberedOutcome | undefined;
	keepOutcome(key: string, outcome: Outcome): void;
	/** See `Notes`. */
	note: Notes['note'];
	keepNote: Notes['keepNote'];
	/**
	 * @param reached as in `ItemKeys`.
	 * @returns how often the node reached the person in its earlier runs of this execution
	 */
	timesReached(reached: string): number;
	/** @param key of an item that is done, or may be: `reached`, and a number after it */
	keepReached(key: string): void;
	readonly statements: RecordStatements;
	/** Takes back this run's statements, because nothing was done. */
	withdrawStatements(): void;
	/**
	 * @param record equal for items that would create the same record
	 * @returns the item of an earlier run of the node that created it
	 */
	made(record: string): CreatedRecord | undefined;
	keepMade(record: string, made: CreatedRecord): void;
	/** Number of keys that the node has written in all its runs of this execution. */
	readonly keyCount: number;
	/** @param more number of keys written in this run */
	keepKeyCount(more: number): void;
	/** The work with this state in between is done. */
	forgetNotes(): void;
	/** Everything was done: only the persons that it reached are kept. */
	forget(): void;
}
