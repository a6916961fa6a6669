import type { RecordKind } from '../records/record';

/** The name of a record, which tells it apart where an expression makes an external ID anew for each try. */
export const nameIn = ({ named }: RecordKind, values: Record<string, unknown>): unknown =>
	named.map((name) => values[name]);

/** Where a record comes from: the pair that stands for it before Kayse has given it an ID. */
export function sourceOf({ external_source, external_source_id }: Record<string, unknown>): string | undefined {
	const isNamed = typeof external_source === 'string' && typeof external_source_id === 'string';
	return isNamed ? JSON.stringify([external_source, external_source_id]) : undefined;
}
