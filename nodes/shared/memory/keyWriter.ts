import type { Claim } from './claim';

/** Keys that are written and withdrawn together. */
export interface KeyGroup {
	readonly keys: readonly string[];
	/** Whether it may be written before it is due; always when absent. */
	isReady?(): boolean;
	/** Whether no other process can write the keys in the next seconds; then they are removed thoroughly. */
	isSole?(): boolean;
	/** The run of this process that owns the new keys, until it withdraws them or ends. */
	holder?: object;
	/** The claims that belong to them. */
	claim?: Claim;
	/** Some of them will certainly be removed again. */
	isWitnessed?: boolean;
}

/** The one writer of a process, for the classes that decide what to write. */
export interface KeyWriter {
	/** @returns the keys that were there before */
	write(group: KeyGroup): Promise<ReadonlySet<string>>;
	takeOut(keys: readonly string[]): Promise<void>;
}
