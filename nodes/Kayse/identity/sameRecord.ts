import type { RecordKind } from '../records/record';

/** The name of a record. It identifies the record if an expression creates a new external ID for each try. */
export const nameIn = ({ named }: RecordKind, values: Record<string, unknown>): unknown =>
	named.map((name) => values[name]);

/** The external source and ID of a record: they identify it before Kayse has given it an ID. undefined if one is missing. */
export function sourceOf({ external_source, external_source_id }: Record<string, unknown>): string | undefined {
	const isNamed = typeof external_source === 'string' && typeof external_source_id === 'string';
	return isNamed ? JSON.stringify([external_source, external_source_id]) : undefined;
}
