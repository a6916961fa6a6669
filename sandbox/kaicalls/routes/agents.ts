import type { Route } from '../../server/vendor';
import { agentsQuery, createAgent, updateAgent, versionsQuery } from '../contract/agents';
import { updateSmsPrompt } from '../contract/sms';
import type { KaiCalls } from '../kaicalls';
import type { Agent } from '../state';
import { detailedAgent, listedAgent } from '../views';
import { withBody, withQuery } from './builders';

/** The endpoints of agents. */
export function agentRoutes(kaicalls: KaiCalls): Route[] {
	/** Keeps the configuration so far as a version and applies the change. */
	function change(agent: Agent, config: Record<string, unknown>): void {
		agent.versions.push({ version: agent.versions.length + 1, changed_at: kaicalls.clock.now(), config: agent.config });
		agent.config = { ...agent.config, ...config };
	}

	return [
		withQuery({
			method: 'GET',
			path: '/agents',
			query: agentsQuery,
			handle({ query: { id }, headers }) {
				const access = kaicalls.access(headers);
				const { agents } = kaicalls.state;
				if (id !== undefined) return detailedAgent(kaicalls, access.find(agents, id, 'agent'));
				return { agents: access.all(agents).map((agent) => listedAgent(kaicalls, agent)) };
			},
		}),
		withQuery({
			method: 'GET',
			path: '/agents/versions',
			query: versionsQuery,
			handle({ query: { agent_id, version, limit }, headers }) {
				const { versions } = kaicalls.access(headers).find(kaicalls.state.agents, agent_id, 'agent');
				const wanted = versions.filter((one) => version === undefined || one.version === version).reverse();
				return {
					versions: wanted.slice(0, limit).map((one) => ({ ...one, changed_at: kaicalls.iso(one.changed_at) })),
				};
			},
		}),
		withBody({
			method: 'POST',
			path: '/agents',
			status: 201,
			body: createAgent,
			handle({ body: { business_id, name, ...config }, headers }) {
				const { agents, ids } = kaicalls.state;
				const created: Agent = {
					id: ids.next('agent'),
					name,
					business_id: kaicalls.access(headers).business(business_id),
					vapi_assistant_id: `vapi-asst-${agents.size + 1}`,
					config,
					versions: [],
					created_at: kaicalls.stamp(),
				};
				agents.set(created.id, created);
				return detailedAgent(kaicalls, created);
			},
		}),
		withBody({
			method: 'PATCH',
			path: '/agents',
			body: updateAgent,
			handle({ body: { id, name, ...config }, headers }) {
				const agent = kaicalls.access(headers).find(kaicalls.state.agents, id, 'agent');
				change(agent, config);
				agent.name = name ?? agent.name;
				return { ...detailedAgent(kaicalls, agent), updated: true };
			},
		}),
		withBody({
			method: 'POST',
			path: '/sms/update-prompt',
			body: updateSmsPrompt,
			handle({ body: { agent_id, sms_prompt }, headers }) {
				change(kaicalls.access(headers).find(kaicalls.state.agents, agent_id, 'agent'), { sms_prompt });
				return { success: true, agent_id };
			},
		}),
	];
}
