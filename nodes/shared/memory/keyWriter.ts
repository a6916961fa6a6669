import type { Claim } from './claim';

/** Keys that are written and withdrawn together. */
export interface KeyGroup {
	readonly keys: readonly string[];
	/** Whether it may be written before it is due; always when absent. */
	isReady?(): boolean;
	/** The run of this process that goes by those that were not there before, until it withdraws them or ends. */
	holder?: object;
	/** What is claimed with them. */
	claim?: Claim;
	/** Some of them are to be taken out again, for certain. */
	isWitnessed?: boolean;
}

/** The one writer of a process, as those see it who decide what to write. */
export interface KeyWriter {
	/** @returns those of the keys that were there before */
	write(group: KeyGroup): Promise<ReadonlySet<string>>;
	takeOut(keys: readonly string[]): Promise<void>;
}
