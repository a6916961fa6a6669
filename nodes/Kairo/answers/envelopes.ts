import type { PageStyle } from '../../shared/paging/page';
import { firstOf, rowsAt } from '../../shared/paging/rows';
import { isRecord } from '../../shared/values/json';

/** Common members with a list. KAIRO documents no list, and its one record has no envelope (docs/vendors/kairo.md#agents). */
export const ENVELOPES = ['data', 'items', 'results'];

/**
 * Finds the rows of a list: the body itself, or one of its members.
 * @param names of members to try before the common ones
 */
export const rowsIn = (...names: string[]): PageStyle['rows'] =>
	firstOf(rowsAt(), ...[...names, ...ENVELOPES].map((name) => rowsAt(name)));

/** Members that may hold a single record: common names, or the kind of the record. */
const RECORD_ENVELOPES = new Set([
	'data',
	'result',
	'agent',
	'workflow',
	'run',
	'source',
	'document',
	'tool',
	'trace',
	'window',
]);

/** Takes a record out of its envelope. An envelope with other members stays, so that no member is lost. */
export function unwrapped(body: unknown): unknown {
	if (!isRecord(body)) return body;
	const [[name, record] = ['', undefined], ...others] = Object.entries(body);
	return others.length === 0 && RECORD_ENVELOPES.has(name) && isRecord(record) ? record : body;
}
