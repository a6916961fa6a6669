/** The last piece of work on each record, in all executions of this process. */
const lastOn = new Map<string, Promise<unknown>>();

/**
 * Works on records only when earlier work on any of them has ended: two that read, change and write the same record at the same
 * time would undo each other.
 * @param records keys with the account in them
 */
export async function inOrder<T>(records: string[], work: () => Promise<T>): Promise<T> {
	const earlier = records.flatMap((record) => lastOn.get(record) ?? []);
	const result = Promise.allSettled(earlier).then(work);
	for (const record of records) lastOn.set(record, result);
	try {
		return await result;
	} finally {
		for (const record of records) if (lastOn.get(record) === result) lastOn.delete(record);
	}
}
