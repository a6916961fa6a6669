/** Mutual exclusion by key: two pieces of work that share a key never overlap. */
export class KeyedMutex {
	/** The last piece of work with each key. */
	private readonly lastWith = new Map<string, Promise<unknown>>();

	/**
	 * Works when all earlier work with any of these keys has ended, well or not.
	 * @returns what the work returns @throws what it throws
	 */
	async runExclusive<T>(keys: string[], work: () => Promise<T>): Promise<T> {
		const earlier = keys.flatMap((key) => this.lastWith.get(key) ?? []);
		const result = Promise.allSettled(earlier).then(work);
		for (const key of keys) this.lastWith.set(key, result);
		try {
			return await result;
		} finally {
			for (const key of keys) if (this.lastWith.get(key) === result) this.lastWith.delete(key);
		}
	}
}
