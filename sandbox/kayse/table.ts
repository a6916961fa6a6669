import type { AuditLog } from './audit';

/** Members of a record by name. */
export type Values = Readonly<Record<string, unknown>>;

/** A record of any kind. */
export interface Row {
	id: number;
	/** Plain members without a rule in the sandbox, by name. */
	values?: Values;
}

function fieldsOf({ values, ...fields }: Row): Record<string, unknown> {
	return { ...fields, ...values };
}

/** The records of one kind, oldest first. All changes are made here, which notes them in the audit log. */
export class Table<T extends Row> {
	private readonly rows = new Map<number, T>();

	constructor(
		private readonly object: string,
		private upcomingId: number,
		private readonly audit: AuditLog,
	) {}

	get(id: number): T | undefined {
		return this.rows.get(id);
	}

	has(id: number): boolean {
		return this.rows.has(id);
	}

	/** The ID of the next record. */
	get nextId(): number {
		return this.upcomingId;
	}

	list(): T[] {
		return [...this.rows.values()];
	}

	add(make: (id: number) => T): T {
		const row = make(this.upcomingId);
		this.upcomingId += 1;
		this.rows.set(row.id, row);
		this.audit.compare(this.object, row.id, 'create', {}, fieldsOf(row));
		return row;
	}

	change(row: T, change: Partial<T>): void {
		const before = fieldsOf(row);
		Object.assign(row, change);
		this.audit.compare(this.object, row.id, 'update', before, fieldsOf(row));
	}

	remove(row: T): void {
		this.rows.delete(row.id);
		this.audit.compare(this.object, row.id, 'delete', fieldsOf(row), {});
	}
}
