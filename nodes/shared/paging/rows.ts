import { atPath, isRecord } from '../values/json';
import type { PageStyle } from './page';

/** The rows of a body: the body itself when there is no path. */
export const rowsAt = (...path: string[]) => rowsAtPath(path);

/** The same for a path of any length. */
export const rowsAtPath =
	(path: readonly string[]) =>
	(body: unknown): unknown[] | undefined => {
		const rows = atPath(body, path);
		return Array.isArray(rows) ? rows : undefined;
	};

/** The first of several readings that finds rows; an empty list only if none does. */
export const firstOf =
	(...readings: Array<PageStyle['rows']>) =>
	(body: unknown): unknown[] | undefined => {
		let empty: unknown[] | undefined;
		for (const read of readings) {
			const rows = read(body);
			if (rows && rows.length > 0) return rows;
			empty ??= rows;
		}
		return empty;
	};

/**
 * Rows under the name of their kind, in the common envelope, or bare: documents disagree, and not every list is shown.
 */
export const rowsNamed = (...names: string[]): PageStyle['rows'] =>
	firstOf(...names.map((name) => rowsAt(name)), rowsAt('data'), rowsAt());

/** The identity of a row on a later page. */
export function identityOf(row: unknown): string | undefined {
	const id = isRecord(row) ? (row.id ?? row.$id) : undefined;
	return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}
