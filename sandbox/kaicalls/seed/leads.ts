import { cycle, day, numbers } from '../../tools/seedTools';
import type { Ids } from '../ids';
import type { Agent, Lead } from '../state';

const leadCount = 60;
const statuses = ['new', 'contacted', 'booked', 'won'] as const;
const sources = ['web_form', 'referral', 'inbound_call'] as const;

/** The phone number of the nth seed lead. */
const leadPhone = (index: number) => `+1303555${String(index).padStart(4, '0')}`;

/** The leads of a fresh account. */
export function seedLeads(ids: Ids, agents: readonly Agent[]): Lead[] {
	return numbers(leadCount).map((index) => {
		const agent = cycle(agents, index);
		const first_name = `Lead${String(index + 1).padStart(2, '0')}`;
		return {
			id: ids.next('lead'),
			name: `${first_name} Reyes`,
			first_name,
			last_name: 'Reyes',
			email: index % 4 === 3 ? null : `${first_name.toLowerCase()}@customers.example`,
			phone: leadPhone(index + 1),
			status: cycle(statuses, index) ?? 'new',
			source: cycle(sources, index) ?? null,
			agent_id: agent?.id ?? null,
			business_id: agent?.business_id ?? '',
			notes: null,
			score: (index * 7) % 101,
			details: {},
			created_at: Date.parse(day(4, index)),
			updated_at: Date.parse(day(10, index)),
		};
	});
}
