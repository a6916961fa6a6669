/**
 * The entries of a list, for a loop with expectations: over an empty list, the loop would test nothing.
 * @throws Error if the list is empty
 */
export function everyOne<T>(list: Iterable<T>): T[] {
	const all = [...list];
	if (all.length === 0) throw new Error('The list is empty, so the loop tests nothing');
	return all;
}
