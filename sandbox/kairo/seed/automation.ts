import { cycle, day } from '../../tools/seedTools';
import type { Ids } from '../ids';
import type { Agent, Workflow } from '../state';

const agentNames = ['Intake helper', 'Inbox triage', 'Renewal reminder', 'Meeting notes'] as const;
const models = ['auto', 'kairo-small', 'kairo-large'] as const;

const workflowNames = ['New lead', 'Weekly digest', 'Contract renewal'] as const;

/** The agents of a fresh account. */
export function seedAgents(ids: Ids): Agent[] {
	return agentNames.map((name, index) => ({
		id: ids.next('agent'),
		name,
		model: cycle(models, index) ?? 'auto',
		context: index % 2 === 0 ? ['crm'] : [],
		tools: index === 0 ? [{ id: ids.next('tool'), name: 'lookup_account' }] : [],
		rest: {},
		created_at: Date.parse(day(index)),
	}));
}

/** The workflows of a fresh account. */
export function seedWorkflows(ids: Ids, agents: readonly Agent[]): Workflow[] {
	return workflowNames.map((name, index) => ({
		id: ids.next('wf'),
		definition: {
			name,
			steps: [{ agent_id: agents[index]?.id }, { agent_id: agents[index + 1]?.id }],
			schedule: { cron: `0 ${index + 6} * * *` },
		},
		created_at: Date.parse(day(5 + index)),
		updated_at: Date.parse(day(5 + index)),
	}));
}
