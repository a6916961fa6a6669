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

/** What a row says of the record that it is about. Plain data. */
export interface RecordStatement {
	/** What stands for the record. Two rows that have one of them in common are about the same. */
	ids: string[];
	/** What it is called, part by part; empty texts where the row does not say. */
	name: string[];
}

/** What an earlier row has said. */
export interface EarlierStatement extends RecordStatement {
	/** The item's place, in an earlier run of the node in this execution where that is said. */
	index: number;
	isEarlierRun: boolean;
}

/** What the rows of a node say of their records, in this run and in the earlier turns of a loop. */
export interface RecordStatements {
	/**
	 * Notes what a row says, unless it contradicts an earlier one about the same record.
	 * @param index the item's place
	 * @param contradicts absent where the row may say what it likes
	 * @returns that one
	 */
	meet(
		telling: RecordStatement,
		index: number,
		contradicts?: (met: RecordStatement) => boolean,
	): EarlierStatement | undefined;
}

/** A record that an item has made, or may have. Plain data. */
export interface CreatedRecord {
	/** The item's place, in an earlier run of the node in this execution. */
	index: number;
	/** Equal for items that say the same of it. */
	row: string;
	/** At the vendor; null where it is not known whether it is there. */
	id: number | null;
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
	readonly statements: RecordStatements;
	/** Takes back what this run has told, as nothing came of it. */
	withdrawStatements(): void;
	/** @param record equal for items that would make the same. @returns by what an earlier run of the node made it */
	made(record: string): CreatedRecord | undefined;
	keepMade(record: string, made: CreatedRecord): void;
	/** Keys that the node has written in all its runs of this execution. */
	readonly keyCount: number;
	/** @param more that it has written in this run */
	keepKeyCount(more: number): void;
	/** What was half done is done. */
	forgetNotes(): void;
	/** Everything was done: there is nothing to go on with but whom it reached. */
	forget(): void;
}
