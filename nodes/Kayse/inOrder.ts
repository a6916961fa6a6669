/** Per run of a node: the last piece of work on each record. */
const lastOn = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Works on a record only when earlier work on it has ended: two items that read, change and write the same record at the same
 * time would undo each other.
 * @param run the same object for all items of a run
 */
export async function inOrder<T>(run: object, record: string, work: () => Promise<T>): Promise<T> {
	const records = lastOn.get(run) ?? new Map<string, Promise<unknown>>();
	lastOn.set(run, records);
	const earlier = records.get(record) ?? Promise.resolve();
	const result = earlier.then(work, work);
	records.set(record, result);
	return await result;
}
