/**
 * `rows` in pieces of at most `max`, in order as far as can be: rows of the same record never share a piece, and the later one
 * is in a later piece.
 * @param recordOf undefined for a row that touches no record of others
 */
export function chunk<T>(
	rows: T[],
	max: number,
	recordOf: (row: T) => string | undefined = () => undefined,
): T[][] {
	const chunks: T[][] = [];
	const lastWith = new Map<string, number>();
	let firstWithRoom = 0;
	for (const row of rows) {
		const record = recordOf(row);
		let index = Math.max(firstWithRoom, record === undefined ? 0 : (lastWith.get(record) ?? -1) + 1);
		while ((chunks[index]?.length ?? 0) >= max) index++;
		(chunks[index] ??= []).push(row);
		if (record !== undefined) lastWith.set(record, index);
		while ((chunks[firstWithRoom]?.length ?? 0) >= max) firstWithRoom++;
	}
	return chunks;
}
