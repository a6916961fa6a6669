/** Who has called a node: a workflow, with its items, or a model, to which n8n offers the node as a tool. */
export type Caller = 'workflow' | 'model';

/**
 * To be called once, at the start of a call. n8n offers a node with `usableAsTool` to models under its own type with
 * this ending (n8n: load-nodes-and-credentials.js), in an agent's tool, the MCP Server Trigger and n8n Agents.
 */
export const callerOf = (context: { getNode(): { type: string } }): Caller =>
	context.getNode().type.endsWith('Tool') ? 'model' : 'workflow';
