import type { PageStyle } from '../../shared/paging/page';
import { firstOf, rowsAt } from '../../shared/paging/rows';
import { isRecord } from '../../shared/values/json';

/** Members that lists are commonly in. KAIRO shows no list, and its one record without an envelope (docs/vendors/kairo.md#agents). */
export const ENVELOPES = ['data', 'items', 'results'];

/** The rows of a list, wherever they are. */
export const rowsIn = (...names: string[]): PageStyle['rows'] =>
	firstOf(rowsAt(), ...[...names, ...ENVELOPES].map((name) => rowsAt(name)));

/** Members that a single record may be in: a common one, or what the record is. */
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

/** A record out of its envelope; one with anything beside it stays where it is, so that nothing is lost. */
export function unwrapped(body: unknown): unknown {
	if (!isRecord(body)) return body;
	const [[name, record] = ['', undefined], ...others] = Object.entries(body);
	return others.length === 0 && RECORD_ENVELOPES.has(name) && isRecord(record) ? record : body;
}
