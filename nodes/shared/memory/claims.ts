/** One of several processes is to have a key. */
export interface Claim {
	/** A key that no other process writes. */
	readonly own: string;
	/** One that is never looked for. */
	readonly wanted: string;
	readonly keys: readonly string[];
	/** When they were written, for the last time. */
	at: number;
	/** Another process has written the wanted key at the same time, and knows nothing of this claim. */
	isLost: boolean;
}

/**
 * Two processes that write a key at once do not see each other, but one overwrites the other: whose own key is gone while the
 * wanted one is there has lost. It shows once what both had read is written (Fischer's way to exclude each other by time).
 */
export class Claims {
	private readonly open = new Set<Claim>();

	get isEmpty(): boolean {
		return this.open.size === 0;
	}

	/** What was written. @param before keys that were there */
	written(claim: Claim, before: ReadonlySet<string>, at: number): void {
		claim.at = at;
		if (!before.has(claim.own) && !before.has(claim.wanted)) this.open.add(claim);
	}

	isOpen = (claim: Claim): boolean => this.open.has(claim);

	close(claim: Claim): void {
		this.open.delete(claim);
	}

	/** Those whose keys are about to be written once more. */
	get all(): Claim[] {
		return [...this.open];
	}
}

/** Its keys were written once more. @param before keys that were there */
export function checkClaim(claim: Claim, before: ReadonlySet<string>, at: number): void {
	if (before.has(claim.own)) return;
	claim.at = at;
	// By who has the wanted key, or by others who have none of both.
	claim.isLost ||= before.has(claim.wanted);
}
