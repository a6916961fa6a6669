type IdKind = 'agent' | 'tool' | 'wf' | 'run' | 'trace' | 'src' | 'doc' | 'win';

/** The ID of the nth record of a kind, counted from 1; looks like `agent_01j9k8m3x` (docs/vendors/kairo.md#agents). */
export function idOf(kind: IdKind, number: number): string {
	return `${kind}_01j9k${number.toString(32).padStart(4, '0')}`;
}

/** Deterministic IDs. */
export class Ids {
	private readonly counts = new Map<IdKind, number>();

	next(kind: IdKind): string {
		const count = (this.counts.get(kind) ?? 0) + 1;
		this.counts.set(kind, count);
		return idOf(kind, count);
	}
}
