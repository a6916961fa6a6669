import type { INode } from 'n8n-workflow';

/**
 * How an operation is run: as a node of a workflow with each setting of On Error, as the step that AI Agent 3 makes of a tool, and as
 * a tool by way of MCP and earlier agents.
 */
export const WAYS = ['stop', 'continue', 'error output', 'agent', 'MCP'] as const;

export type Way = (typeof WAYS)[number];

export const isOfModel = (way: Way): boolean => way === 'agent' || way === 'MCP';

export const ON_ERROR: Record<Way, NonNullable<INode['onError']>> = {
	stop: 'stopWorkflow',
	continue: 'continueRegularOutput',
	'error output': 'continueErrorOutput',
	agent: 'stopWorkflow',
	MCP: 'stopWorkflow',
};

/** Two items where each has a result of its own. */
export const itemsOf = (way: Way): number => (way === 'continue' || way === 'error output' ? 2 : 1);
