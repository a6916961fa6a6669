import type { Route } from '../../server/vendor';
import { createAgent, setupAgent, updateAgent } from '../contract/agents';
import { deleteAgent } from '../deletion';
import { campaignBusy, find, refuse } from '../errors';
import type { Kakiyo } from '../kakiyo';
import { newAgent, setupAlert } from '../newAgent';
import type { Agent, AgentStatus } from '../state';
import { plain, withBody } from './builders';
import { withinPlan } from './plan';

function listed({ id, name, status, login, country, avatar, nextTask, alerts }: Agent) {
	return { id, name, status, login, country, avatar, nextTask, alerts };
}

function detailed(agent: Agent) {
	const { usage, workingHours, nextTask } = agent;
	return { ...listed(agent), usage: { ...usage, nextInvitation: nextTask, nextMessage: nextTask, workingHours } };
}

function requireStatus({ status }: Agent, wanted: AgentStatus): void {
	if (status !== wanted) throw refuse(400, 'invalid_status', `The agent must be ${wanted}`, { currentStatus: status });
}

function setUp(agent: Agent, login: string, country: string): void {
	Object.assign(agent, { login, country, status: 'auth_in_progress', alerts: [] } satisfies Partial<Agent>);
}

function relaunch(agent: Agent): void {
	Object.assign(agent, {
		login: null,
		country: null,
		status: 'setup_needed',
		alerts: [setupAlert],
	} satisfies Partial<Agent>);
}

/** The endpoints of agents. */
export function agentRoutes(kakiyo: Kakiyo): Route[] {
	const agent = (id: string | undefined) => find(kakiyo.state.agents, id, 'Agent');
	return [
		plain({ method: 'GET', path: '/agents', handle: () => [...kakiyo.state.agents.values()].map(listed) }),
		plain({ method: 'GET', path: '/agents/:id', handle: ({ params }) => detailed(agent(params.id)) }),
		withBody({
			method: 'POST',
			path: '/agents',
			body: createAgent,
			status: 201,
			handle({ body }) {
				const { agents, ids } = kakiyo.state;
				withinPlan(agents, kakiyo.settings.maxAgents, 'agents');
				if (body?.email && [...agents.values()].some(({ login }) => login === body.email)) {
					throw refuse(400, 'email_exists', 'An agent with this e-mail exists');
				}
				const created = newAgent(ids.next('agent'), body?.name ?? 'New agent', body?.email ?? null);
				agents.set(created.id, created);
				return { id: created.id, message: 'Agent created successfully' };
			},
		}),
		withBody({
			method: 'PUT',
			path: '/agents/:id',
			body: updateAgent,
			handle({ params, body }) {
				const { id, workingHours, limits, settings } = agent(params.id);
				Object.assign(workingHours, body.workingHours);
				Object.assign(limits, body.limits);
				for (const { key, value } of body.settings ?? []) settings[key] = value;
				return { id, message: 'Agent settings updated successfully' };
			},
		}),
		plain({
			method: 'POST',
			path: '/agents/:id/pause',
			handle({ params }) {
				agent(params.id).status = 'paused';
				return { message: 'Agent paused successfully' };
			},
		}),
		plain({
			method: 'POST',
			path: '/agents/:id/resume',
			handle({ params }) {
				const resumed = agent(params.id);
				if (resumed.alerts.length > 0)
					throw refuse(400, 'validation_error', 'The agent has active alerts', { alerts: resumed.alerts });
				resumed.status = 'running';
				return { message: 'Agent resumed successfully' };
			},
		}),
		withBody({
			method: 'POST',
			path: '/agents/:id/setup',
			body: setupAgent,
			handle({ params, body }) {
				setUp(agent(params.id), body.login, body.country);
				return { message: 'Agent setup successfully' };
			},
		}),
		plain({
			method: 'POST',
			path: '/agents/:id/relaunch',
			handle({ params }) {
				const ended = agent(params.id);
				requireStatus(ended, 'ended');
				relaunch(ended);
				return { message: 'Agent relaunched successfully', status: ended.status };
			},
		}),
		plain({
			method: 'DELETE',
			path: '/agents/:id',
			handle({ params }) {
				const { state } = kakiyo;
				const ended = agent(params.id);
				requireStatus(ended, 'ended');
				const isImporting = state.imports
					.running()
					.some(({ campaignId }) => state.campaigns.get(campaignId)?.agent === ended.id);
				if (isImporting) throw campaignBusy();
				deleteAgent(state, ended.id);
				return { message: 'Agent deleted successfully' };
			},
		}),
	];
}
