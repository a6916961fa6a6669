/**
 * Keys that n8n keeps in its database for one node: over all executions, in all processes, and whether an execution ends well,
 * is stopped or is killed. The oldest are dropped when there are too many. Those of intents begin with their lineage, so
 * others begin with what they are for.
 */
export interface PersistentKeys {
	/** They are stored before this resolves. @returns those that were there before */
	add(keys: readonly string[]): Promise<ReadonlySet<string>>;
	/**
	 * Stores keys of which only one process may have the wanted one. Takes a tenth of a second, and seconds where the store is slow.
	 * @param own a key that no other process stores
	 * @returns those that were there before; undefined when another process has the wanted one at the same time
	 */
	claim(own: string, wanted: string, along: readonly string[]): Promise<ReadonlySet<string> | undefined>;
	/** @returns which of the keys are there */
	find(keys: readonly string[]): Promise<ReadonlySet<string>>;
	remove(keys: readonly string[]): Promise<void>;
	/** Sees that no other process has overwritten the last ones. */
	settle(): Promise<void>;
}
