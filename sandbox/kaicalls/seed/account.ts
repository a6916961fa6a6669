import { day } from '../../tools/seedTools';
import type { Ids } from '../ids';
import type { Agent, PhoneNumber, Workspace } from '../state';

const businessNames = ['Harbor Law', 'Lakeside Dental'] as const;

/** The two businesses in turn; the last one has no number. */
const agentNames = ['Kai', 'Mia', 'Noor', 'Luca'] as const;
const agentNumbers = ['+12025550101', '+12025550102', '+12025550103'] as const;

/** Numbers that can be assigned from the start. */
export const seedPool = ['+12025550110', '+12025550111', '+14155550112', '+14155550113'] as const;

/** The workspaces of a fresh account. */
export function seedWorkspaces(ids: Ids): Workspace[] {
	return businessNames.map((name, index) => {
		const moment = Date.parse(day(index));
		return {
			id: ids.next('business'),
			name,
			lifecycle_state: 'active',
			metadata: {},
			external_ref: null,
			created_at: moment,
			updated_at: moment,
		};
	});
}

/** The agents of a fresh account. */
export function seedAgents(ids: Ids, workspaces: readonly Workspace[]): Agent[] {
	return agentNames.map((name, index) => ({
		id: ids.next('agent'),
		name,
		business_id: workspaces[index % workspaces.length]?.id ?? '',
		vapi_assistant_id: `vapi-asst-${index + 1}`,
		config: {
			first_message: `Hello, this is ${name}.`,
			outbound_first_message: `Hello, ${name} here, do you have a minute?`,
		},
		versions: [],
		created_at: Date.parse(day(2, 8 + index)),
	}));
}

/** The phone numbers of a fresh account. */
export function seedNumbers(ids: Ids, agents: readonly Agent[]): PhoneNumber[] {
	return agentNumbers.map((phone_number, index) => ({
		id: ids.next('number'),
		phone_number,
		agent_id: agents[index]?.id ?? null,
		business_id: agents[index]?.business_id ?? '',
		created_at: Date.parse(day(3, 8 + index)),
	}));
}
