import { cycle, numbers } from '../../tools/seedTools';

interface SeedCaseList {
	name: string;
	description: string | null;
	/** Its filter, by names. */
	type: string;
	status: string;
}

const listCount = 34;
const types = ['mass tort', 'civil', 'family', 'criminal'] as const;
const statuses = ['active', 'pending', 'open', 'closed'] as const;
const titles = ['Mass Tort Prospects', 'Personal Injury', 'Family Matters', 'Criminal Defence'] as const;

/** Type and status alternate, so the same pairs come again; some pairs have no case. */
export const seedCaseLists: readonly SeedCaseList[] = numbers(listCount).map((index) => ({
	name: `${cycle(titles, index)} ${String(index + 1).padStart(2, '0')}`,
	description: index % 3 === 0 ? `Wave ${index + 1}` : null,
	type: cycle(types, index) ?? '',
	status: cycle(statuses, Math.floor(index / types.length)) ?? '',
}));
