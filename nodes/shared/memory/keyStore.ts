/** A store of keys that outlives the process and is shared by all processes of n8n. It is read, changed and written as a whole. */
export interface KeyStore {
	/** Most keys that it keeps; the oldest go first. */
	readonly capacity: number;
	/** Adds the keys. @returns those that were there before */
	record(keys: readonly string[]): Promise<string[]>;
	remove(keys: readonly string[]): Promise<void>;
}
