/** Who has called a node: a workflow, with its items, or a model, to which n8n offers the node as a tool. */
export type Caller = 'workflow' | 'model';

/**
 * Asked once, where a call comes in. n8n offers a node with `usableAsTool` to models under its own type with this ending
 * (n8n: load-nodes-and-credentials.js), whatever way they come: an agent's tool, MCP Server Trigger, n8n Agents.
 */
export const callerOf = (context: { getNode(): { type: string } }): Caller =>
	context.getNode().type.endsWith('Tool') ? 'model' : 'workflow';
