/** What two statements of the same thing say of each other; one that tells nothing contradicts none. */
export type Agreement = 'same' | 'other' | 'untold';

/** Several things together: one that is the same settles it. */
export function together(agreements: Agreement[]): Agreement {
	if (agreements.includes('same')) return 'same';
	return agreements.includes('other') ? 'other' : 'untold';
}
