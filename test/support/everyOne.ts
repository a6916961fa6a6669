/**
 * For a loop with expectations, which expects nothing of an empty list.
 * @throws Error where there is none
 */
export function everyOne<T>(list: Iterable<T>): T[] {
	const all = [...list];
	if (all.length === 0) throw new Error('The list is empty, so the loop expects nothing');
	return all;
}
