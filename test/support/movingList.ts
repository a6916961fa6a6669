/** What can happen to a list between two of its pages. */
export const CHANGES = ['remove', 'add', 'move', 'shuffle', 'none'] as const;

export type Change = (typeof CHANGES)[number];

export interface ListChange {
	kind: Change;
	/** Where in the list, from 0 to 1, or how it is shuffled. */
	place: number;
	/** How many rows more than one; of rows that move, how far the row goes. */
	rows: number;
}

let added = 0;

/** The list after a change. One row moves at a time: if two rows change places, one before and one behind a reader, only a second reading finds it. */
export function change<Row>(
	rows: readonly Row[],
	made: ListChange | undefined,
	newRow: (number: number) => Row,
): Row[] {
	const { kind, place, rows: more } = made ?? { kind: 'none' as const, place: 0, rows: 0 };
	const at = Math.floor(place * rows.length);
	switch (kind) {
		case 'remove':
			return rows.toSpliced(at, more + 1);
		case 'add':
			return rows.toSpliced(at, 0, ...Array.from({ length: more + 1 }, () => newRow((added += 1))));
		case 'move': {
			const others = rows.toSpliced(at, 1);
			return others.toSpliced((at * (more + 2)) % (rows.length || 1), 0, ...rows.slice(at, at + 1));
		}
		case 'shuffle':
			return rows
				.map((row, index) => ({ row, by: (index * (7 + Math.floor(place * 90)) + 3) % 101 }))
				.sort((a, b) => a.by - b.by)
				.map(({ row }) => row);
		default:
			return [...rows];
	}
}
