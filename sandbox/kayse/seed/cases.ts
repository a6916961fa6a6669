import type { Case } from '../state';

type SeedCase = Omit<Case, 'id' | 'client_ids'> & {
	/** Positions among the seed clients. */
	clients: number[];
};

function seedCase(
	case_number: string,
	status: string,
	type: string,
	name: string,
	clients: number[],
	details: Record<string, unknown> = {},
): SeedCase {
	return {
		values: {
			case_number,
			external_source: 'other',
			external_source_id: `ext-${case_number.toLowerCase()}`,
			external_source_data: null,
			name,
			court_name: null,
			jurisdiction: null,
			description: null,
			status,
			type,
			is_obo: null,
			created_date: null,
			court_date: null,
			end_date: null,
			...details,
		},
		opt_out_voice_calls: false,
		clients,
	};
}

/** The first has every field and shares a client with the second; the last two have no client. */
export const seedCases: readonly SeedCase[] = [
	seedCase('MT-2025-001', 'active', 'mass tort', 'Reyes and others v. Acme', [0, 1, 2], {
		external_source_data: { docket: 'A1', court_id: 'NYC001' },
		court_name: 'New York Supreme Court',
		jurisdiction: 'New York',
		description: 'Contaminated water',
		is_obo: false,
		created_date: '2025-01-15',
		court_date: '2026-03-20',
		end_date: '2026-12-31',
	}),
	seedCase('MT-2025-002', 'active', 'mass tort', 'Lindqvist v. Acme', [2, 3], { is_obo: true }),
	seedCase('PI-2025-003', 'pending', 'civil', 'Marchetti v. Northline', [4], {
		external_source: 'crm',
		created_date: '2025-02-01',
	}),
	seedCase('PI-2025-004', 'active', 'civil', 'Novak v. Tri-County', [5, 6], { external_source: 'import' }),
	seedCase('FA-2025-005', 'closed', 'family', 'Tanaka', [6], { end_date: '2025-06-15' }),
	seedCase('FA-2025-006', 'open', 'family', 'Abara and Petrov', [7, 8]),
	seedCase('CR-2025-007', 'pending', 'criminal', 'State v. Quist', [9], { court_date: '2026-04-02' }),
	seedCase('CR-2025-008', 'open', 'criminal', 'State v. Doe', []),
	seedCase('PI-2025-009', 'closed', 'civil', 'Roe v. Lakeside', []),
];
