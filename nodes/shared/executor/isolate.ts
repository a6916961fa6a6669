import { sendingFailure, type Failure } from './failure';
import type { RowResult } from './rowResult';

/** Refusals that can be about a single row; of a key, a plan or a limit every row would hear the same. */
const ABOUT_ROWS = new Set([400, 404, 409, 422]);

/** Whether an API that takes all rows of a request or none may have refused because of one of them. */
export const isAboutRows = ({ kind, status }: Failure): boolean =>
	kind === 'refused' && status !== undefined && ABOUT_ROWS.has(status);

/**
 * Gets the good rows through an API that refuses a whole request for one bad row, by halving what was refused. A half whose
 * other half went through is known to hold a bad row and is halved unsent, which keeps the cost within 2 log2 n
 * further requests for each bad row.
 * @param send one request for these rows; throws ItemFailure when it is refused
 * @returns per row, in order
 */
export async function isolatingRefused<Row>(
	rows: Row[],
	send: (rows: Row[]) => Promise<RowResult[]>,
): Promise<RowResult[]> {
	async function sent(part: Row[]): Promise<RowResult[]> {
		try {
			return await send(part);
		} catch (error) {
			const failure = sendingFailure(error);
			if (part.length > 1 && isAboutRows(failure)) return await halved(part);
			return part.map(() => ({ failure }));
		}
	}

	async function halved(part: Row[]): Promise<RowResult[]> {
		if (part.length === 1) return await sent(part);
		const middle = Math.floor(part.length / 2);
		const rest = part.slice(middle);
		const first = await sent(part.slice(0, middle));
		const isInRest = first.every((result) => !('failure' in result));
		return [...first, ...(isInRest ? await halved(rest) : await sent(rest))];
	}

	return await sent(rows);
}
