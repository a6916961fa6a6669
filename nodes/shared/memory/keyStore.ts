/** A store of keys that outlives the process and is shared by all processes of n8n. It is read, changed and written as a whole. */
export interface KeyStore {
	/** Most keys that it keeps; the oldest go first. */
	readonly capacity: number;
	/**
	 * Adds the keys.
	 * @param withRoom keeps twice as many, so that those that are looked for do not go while they are
	 * @returns those that were there before
	 */
	record(keys: readonly string[], withRoom: boolean): Promise<string[]>;
	remove(keys: readonly string[]): Promise<void>;
}

/** What another process had read before a key was written, it has written back by then, unless it is slow. */
export const SETTLED_MS = 100;
