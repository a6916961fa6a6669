import { z } from 'zod';
import { valueAt } from '../nodes/shared/values/json';
import type { WorkflowFile } from './workflows';

const Agent = z.object({ id: z.string(), name: z.string() });
const Agents = z.object({ agents: z.array(Agent).nonempty() });

/** An agent of the KaiCalls account, which has a phone number. */
export type Agent = z.infer<typeof Agent>;

/** The first agent that the sandbox lists. */
export async function firstAgent({ baseUrl, apiKey }: { baseUrl: string; apiKey: string }): Promise<Agent> {
	const response = await fetch(`${baseUrl}/agents`, { headers: { authorization: `Bearer ${apiKey}` } });
	return Agents.parse(await response.json()).agents[0];
}

const isOpen = (locator: unknown): boolean => valueAt(locator, 'value') === '';

/** Chooses the agent in every workflow that leaves the choice of a KaiCalls agent open. */
export function chooseAgent(workflow: WorkflowFile, { id, name }: Agent): WorkflowFile {
	const agentId = { __rl: true, mode: 'list', value: id, cachedResultName: name };
	const nodes = workflow.nodes.map((node) =>
		node.type.endsWith('.kaiCalls') && isOpen(node.parameters.agentId)
			? { ...node, parameters: { ...node.parameters, agentId } }
			: node,
	);
	return { ...workflow, nodes };
}
