import { createHash } from 'node:crypto';

/** Deterministic IDs in the two documented forms, in turn: `campaign_001` and 20 hex characters. */
export class Ids {
	private readonly counts = new Map<string, number>();

	next(kind: string): string {
		const count = (this.counts.get(kind) ?? 0) + 1;
		this.counts.set(kind, count);
		return count % 2 === 1 ? `${kind}_${String(count).padStart(3, '0')}` : this.hex(`${kind} ${count}`);
	}

	private hex(text: string): string {
		return createHash('sha256').update(text).digest('hex').slice(0, 20);
	}
}
