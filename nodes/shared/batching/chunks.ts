/**
 * `rows` in pieces of at most `max`, in order as far as possible: rows of the same record never share a piece, and the
 * later row is in a later piece.
 * @param recordOf undefined for a row whose record no other row changes
 * @param sizeOf the row's share of the maximum; a larger row gets a piece of its own
 */
export function chunk<T>(
	rows: T[],
	max: number,
	recordOf: (row: T) => string | undefined = () => undefined,
	sizeOf: (row: T) => number = () => 1,
): T[][] {
	const chunks: T[][] = [];
	const sizes: number[] = [];
	const lastWith = new Map<string, number>();
	const sizeAt = (index: number): number => sizes[index] ?? 0;
	let firstWithRoom = 0;
	for (const row of rows) {
		const record = recordOf(row);
		const size = sizeOf(row);
		let index = Math.max(firstWithRoom, record === undefined ? 0 : (lastWith.get(record) ?? -1) + 1);
		while (sizeAt(index) > 0 && sizeAt(index) + size > max) index++;
		(chunks[index] ??= []).push(row);
		sizes[index] = sizeAt(index) + size;
		if (record !== undefined) lastWith.set(record, index);
		while (sizeAt(firstWithRoom) >= max) firstWithRoom++;
	}
	return chunks;
}
