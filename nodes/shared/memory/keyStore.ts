/** A store of keys that outlives the process and is shared by all processes of n8n. It is read, changed and written as a whole. */
export interface KeyStore {
	/** Most keys that it keeps; the oldest go first. */
	readonly capacity: number;
	/**
	 * Adds the keys.
	 * @param withRoom keeps twice as many, so that keys are not dropped while they are looked up
	 * @returns the keys that were there before
	 */
	record(keys: readonly string[], withRoom: boolean): Promise<string[]>;
	remove(keys: readonly string[]): Promise<void>;
}

/**
 * By this time, a process that had read the store before a key was written has written the store back, unless it is
 * slow.
 */
export const SETTLED_MS = 100;
