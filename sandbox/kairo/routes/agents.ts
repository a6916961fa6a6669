import { changed, deleted } from '../answers';
import { addTool, agentsQuery, attachContext, createAgent, type NewTool, updateAgent } from '../contract/agents';
import { unknownRecord } from '../errors';
import type { Kairo } from '../kairo';
import { list } from '../lists';
import type { Agent, Tool } from '../state';
import { createdAgent, shownAgent } from '../views';
import { buildersOf, type Handlers } from './builders';
import { record } from './records';
import { runHandlers } from './runs';
import { sourceNamed } from './sources';

/** The endpoints of agents. */
export function agentHandlers(kairo: Kairo): Handlers<'agent'> {
	const { plain, withBody, withQuery } = buildersOf(kairo);
	const agentOf = ({ agentId }: Readonly<Record<string, string>>) =>
		record(kairo, kairo.state.agents, 'agent', agentId);
	const withIds = (tools: readonly NewTool[]): Tool[] =>
		tools.map((tool) => ({ ...tool, id: kairo.state.ids.next('tool') }));

	return {
		create: (at) =>
			withBody({
				...at,
				status: 201,
				body: createAgent,
				handle({ body: { name, model, context, tools, ...rest } }) {
					const { agents, ids } = kairo.state;
					const agent: Agent = {
						id: ids.next('agent'),
						name,
						model,
						context,
						tools: withIds(tools),
						rest,
						created_at: kairo.clock.now(),
					};
					agents.set(agent.id, agent);
					return createdAgent(agent);
				},
			}),
		getAll: (at) =>
			withQuery({
				...at,
				query: agentsQuery,
				handle({ query: { status, name, ...page } }) {
					const rows = [...kairo.state.agents.values()]
						.map(shownAgent)
						.filter(
							(agent) =>
								(status === undefined || agent.status === status) && (name === undefined || agent.name === name),
						);
					return list(kairo, 'agents', rows, page);
				},
			}),
		get: (at) => plain({ ...at, handle: ({ params }) => shownAgent(agentOf(params)) }),
		update: (at) =>
			withBody({
				...at,
				body: updateAgent,
				handle({ params, body: { name, model, context, tools, ...rest } }) {
					const agent = agentOf(params);
					agent.name = name ?? agent.name;
					agent.model = model ?? agent.model;
					agent.context = context ?? agent.context;
					agent.tools = tools ? withIds(tools) : agent.tools;
					agent.rest = { ...agent.rest, ...rest };
					return changed(kairo, shownAgent(agent));
				},
			}),
		delete: (at) =>
			plain({
				...at,
				handle({ params }) {
					kairo.state.agents.delete(agentOf(params).id);
					return deleted(kairo);
				},
			}),
		...runHandlers(kairo, (params) => {
			const { id, name, model } = agentOf(params);
			return { started_by: { type: 'agent', id }, name, model };
		}),
		attachContext: (at) =>
			withBody({
				...at,
				body: attachContext,
				handle({ params, body }) {
					const agent = agentOf(params);
					const { id, key } = sourceNamed(kairo, body.source);
					if (!agent.context.includes(id) && !agent.context.includes(key)) agent.context.push(body.source);
					return shownAgent(agent);
				},
			}),
		detachContext: (at) =>
			plain({
				...at,
				handle({ params }) {
					const agent = agentOf(params);
					const { id, key } = sourceNamed(kairo, params['sourceId']);
					const left = agent.context.filter((name) => name !== id && name !== key);
					if (left.length === agent.context.length) throw unknownRecord(kairo, 'attached source', id);
					agent.context = left;
					return deleted(kairo);
				},
			}),
		addTool: (at) =>
			withBody({
				...at,
				status: 201,
				body: addTool,
				handle({ params, body }) {
					const added = { ...body, id: kairo.state.ids.next('tool') };
					agentOf(params).tools.push(added);
					return added;
				},
			}),
		removeTool: (at) =>
			plain({
				...at,
				handle({ params }) {
					const agent = agentOf(params);
					const { toolId = '' } = params;
					if (!agent.tools.some(({ id }) => id === toolId)) throw unknownRecord(kairo, 'tool', toolId);
					agent.tools = agent.tools.filter(({ id }) => id !== toolId);
					return deleted(kairo);
				},
			}),
	};
}
