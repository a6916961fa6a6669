import type { z } from 'zod';
import { fieldIssues, type FieldIssue } from '../../server/route';
import type { RecordBody, UpdateMode } from '../contract/records';
import { pathId } from '../contract/types';
import { badRequest, badRows, found, refuseIf } from '../errors';
import { inRow, unknownId } from '../issues';
import type { Kayse } from '../kayse';
import type { Row, Table } from '../table';

/** The record that a path names: 400 for no id, 404 for an unknown one. */
export function recordAt<T extends Row>(table: Table<T>, params: Readonly<Record<string, string>>): T {
	const parsed = pathId.safeParse(params);
	if (!parsed.success) throw badRequest(fieldIssues(parsed.error));
	return found(table.get(parsed.data.id));
}

type BulkRow = RecordBody & { id?: number | undefined };

interface Bulk<T extends Row, Body extends BulkRow> {
	kayse: Kayse;
	read(row: unknown): z.SafeParseReturnType<unknown, Body>;
	table: Table<T>;
	/** The member of the body that has the rows. */
	list: string;
	/** One of them, in words. */
	what: string;
	issuesOf(body: Body, record: T | undefined): FieldIssue[];
	create(body: Body): T;
	update(record: T, body: Body, mode: UpdateMode): T;
}

/** A row of a bulk request, and the record that it created or updated. */
export interface Saved<T, Body> {
	body: Body;
	record: T;
	action: 'created' | 'updated';
}

/** "Validation failures abort the entire batch" (docs/vendors/kayse.md#clients): checks every row, then applies them in order. */
export function saveRows<T extends Row, Body extends BulkRow>(
	bulk: Bulk<T, Body>,
	rows: readonly unknown[],
): Array<Saved<T, Body>> {
	const { kayse, table, list, what } = bulk;
	const recordOf = ({ id }: Body) => (id === undefined ? undefined : table.get(id));
	const issuesOf = (body: Body) => [
		...(body.id === undefined ? [] : unknownId(table, 'id', body.id, what)),
		...bulk.issuesOf(body, recordOf(body)),
	];
	const bodies = rows.map((row, index) => {
		const refuse = (issues: FieldIssue[]) => badRows(kayse, inRow(`${list}.${index}`, issues));
		const result = bulk.read(row);
		if (!result.success) throw refuse(fieldIssues(result.error));
		refuseIf(issuesOf(result.data), refuse);
		return result.data;
	});
	return bodies.map((body) => {
		const record = recordOf(body);
		if (!record) return { body, record: bulk.create(body), action: 'created' };
		return { body, record: bulk.update(record, body, kayse.settings.bulkUpdate), action: 'updated' };
	});
}

/** A record in a bulk reply: by default only the sent members, as in Kayse's examples. */
export function bulkView(
	{ settings }: Kayse,
	{ sent }: RecordBody,
	full: Record<string, unknown>,
): Record<string, unknown> {
	if (settings.bulkResponse === 'full') return full;
	return Object.fromEntries(Object.entries(full).filter(([name]) => name === 'id' || sent.includes(name)));
}
