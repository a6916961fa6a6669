import type { FieldIssue } from '../server/route';
import type { Row, Table } from './table';

/** One issue per ID that is missing in the table. */
export function unknownIds(table: Table<Row>, field: string, what: string, ids: readonly number[] = []): FieldIssue[] {
	return ids.flatMap((id, index) =>
		table.has(id) ? [] : [{ field: `${field}.${index}`, message: `no such ${what}` }],
	);
}

/** One issue if a body names a missing record. */
export function unknownId(table: Table<Row>, field: string, id: number, what: string): FieldIssue[] {
	return table.has(id) ? [] : [{ field, message: `no such ${what}` }];
}

/** The issues of a row, with their path from the top of the body. */
export function inRow(row: string, issues: readonly FieldIssue[]): FieldIssue[] {
	return issues.map(({ field, message }) => ({ field: field ? `${row}.${field}` : row, message }));
}
