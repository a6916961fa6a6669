import { sendingFailure, type Failure } from '../contract/failure';
import type { RowResult } from '../contract/outcome';

/** Refusals that can be about a single row. A refused key, plan or limit is about all rows. */
const ABOUT_ROWS = new Set([400, 404, 409, 422]);

/** Whether an API that takes all rows of a request or none may have refused because of one of them. */
export const isAboutRows = ({ kind, status }: Failure): boolean =>
	kind === 'refused' && status !== undefined && ABOUT_ROWS.has(status);

/**
 * Gets the good rows through an API that refuses a whole request because of one bad row. A row that the refusal names
 * is tried alone, because the API may count from 1. If it succeeds, or no row is named, the refused rows are halved. If
 * one half succeeds, the other half must have a bad row and is halved unsent. So each bad row costs at most 2 log2 n
 * further requests, and a wrong name one more.
 * @param send one request for these rows; throws ItemFailure when it is refused
 * @param refusedRow index of the row that a refusal names
 * @returns per row, in order
 */
export async function isolatingRefused<Row>(
	rows: Row[],
	send: (rows: Row[]) => Promise<RowResult[]>,
	refusedRow: (failure: Failure) => number | undefined = () => undefined,
): Promise<RowResult[]> {
	let namesAreRight = true;

	async function sent(part: Row[]): Promise<RowResult[]> {
		try {
			return await send(part);
		} catch (error) {
			const failure = sendingFailure(error);
			if (part.length === 1 || !isAboutRows(failure)) return part.map(() => ({ failure }));
			const named = namesAreRight ? (refusedRow(failure) ?? -1) : -1;
			return named in part ? await without(part, named) : await halved(part);
		}
	}

	async function without(part: Row[], named: number): Promise<RowResult[]> {
		const alone = await sent(part.slice(named, named + 1));
		namesAreRight = alone.some((result) => 'failure' in result);
		const rest = part.toSpliced(named, 1);
		const others = namesAreRight ? await sent(rest) : await halved(rest);
		return [...others.slice(0, named), ...alone, ...others.slice(named)];
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
