/** How two statements about the same thing compare; an empty one contradicts none. */
export type Agreement = 'same' | 'other' | 'untold';

/** Compares several values together: one that is equal decides. */
export function together(agreements: Agreement[]): Agreement {
	if (agreements.includes('same')) return 'same';
	return agreements.includes('other') ? 'other' : 'untold';
}
