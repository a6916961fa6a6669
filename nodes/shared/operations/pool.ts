/**
 * Works on entries in order, some at a time.
 * @param atOnce how many
 */
export async function inPool<T>(
	entries: readonly T[],
	atOnce: number,
	work: (entry: T) => Promise<void>,
): Promise<void> {
	const line = entries.values();
	const worker = async () => {
		for (const entry of line) await work(entry);
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, entries.length) }, worker));
}
