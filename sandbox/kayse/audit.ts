import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../time/clock';

/** A kind of change. */
export type Action = 'create' | 'update' | 'delete';

/** One changed field of one record. The first entry of a new record and of a deleted one is its `id`. */
export interface AuditEntry {
	at: string;
	object: string;
	id: number;
	action: Action;
	field: string;
	before: unknown;
	after: unknown;
}

/** Every change since the reset. The vendor mentions audit logs without their form (docs/vendors/kayse.md#cases). */
export class AuditLog {
	private entries: AuditEntry[] = [];

	private silent = false;

	constructor(private readonly clock: Clock) {}

	/** Notes the fields that differ; a missing one counts as `null`. */
	compare(
		object: string,
		id: number,
		action: Action,
		before: Record<string, unknown>,
		after: Record<string, unknown>,
	): void {
		if (this.silent) return;
		const at = this.clock.iso();
		for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
			const [old, current] = [before[field] ?? null, after[field] ?? null];
			if (!isDeepStrictEqual(old, current))
				this.entries.push({ at, object, id, action, field, before: old, after: current });
		}
	}

	/** Changes by the sandbox itself, not by a client. */
	silently<T>(change: () => T): T {
		this.silent = true;
		try {
			return change();
		} finally {
			this.silent = false;
		}
	}

	list(): AuditEntry[] {
		return structuredClone(this.entries);
	}

	clear(): void {
		this.entries = [];
	}
}
