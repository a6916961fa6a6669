import { unknownRecord } from '../errors';
import type { Kairo } from '../kairo';

/** The record with the ID in this part of the path, or 404. */
export function record<T>(kairo: Kairo, records: ReadonlyMap<string, T>, what: string, id = ''): T {
	const found = records.get(id);
	if (found === undefined) throw unknownRecord(kairo, what, id);
	return found;
}
