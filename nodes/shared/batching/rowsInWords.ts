import type { Failure } from '../contract/failure';

/** An item's entry in a request. */
export interface RowInRequest {
	/** Number of the item. */
	index: number;
	/** How many entries of the list belong to it. */
	size: number;
}

function itemAt(place: number, rows: RowInRequest[]): number | undefined {
	if (rows.length === 1) return rows[0]?.index;
	let end = 0;
	return rows.find(({ size }) => (end += size) > place)?.index;
}

/**
 * A refusal in which the vendor counts the rows of its request, as in `clients[3].email` or `prospects.3.url`, with the
 * item's number instead: `item 40, email`.
 * @param member of the body with the rows
 * @param rows of the request that the refusal is about
 */
export function inItems(failure: Failure, member: string, rows: RowInRequest[]): Failure {
	const row = new RegExp(String.raw`(?<![\w.])${member}(?:\[(\d+)\]|\.(\d+)(?![\w[…]))(?:\.(?=\w))?`, 'g');
	const worded = (text: string): string =>
		text.replace(row, (found, bracketed?: string, dotted?: string) => {
			const item = itemAt(Number(bracketed ?? dotted), rows);
			if (item === undefined) return found;
			return `item ${item}${found.endsWith('.') ? ', ' : ''}`;
		});
	return { ...failure, message: worded(failure.message), description: worded(failure.description) };
}
