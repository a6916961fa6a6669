/**
 * Keys that n8n keeps in its database for one node: over all executions, in all processes, even if an execution is
 * stopped or killed. When there are too many, the oldest are dropped. Keys of intents begin with their lineage, other
 * keys with their purpose.
 */
export interface PersistentKeys {
	/**
	 * The keys are stored before this resolves.
	 * @returns the keys that were there before
	 */
	add(keys: readonly string[]): Promise<ReadonlySet<string>>;
	/**
	 * Stores keys; only one process may have the wanted one. Takes a tenth of a second, and seconds if the store is
	 * slow.
	 * @param own a key that no other process stores
	 * @returns the keys that were there before; undefined when another process has the wanted one at the same time
	 */
	claim(own: string, wanted: string, along: readonly string[]): Promise<ReadonlySet<string> | undefined>;
	/** @returns the keys that are there */
	find(keys: readonly string[]): Promise<ReadonlySet<string>>;
	remove(keys: readonly string[]): Promise<void>;
	/** Checks that no other process has overwritten the last keys. */
	settle(): Promise<void>;
}
