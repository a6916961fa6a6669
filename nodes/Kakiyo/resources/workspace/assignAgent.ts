import type { OperationDescription } from '../../../shared/fields/resource';
import { agentLocator, workspaceLocator } from '../../locators';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#workspaces. */
export const assignAgent: OperationDescription = {
	option: {
		name: 'Assign Agent',
		value: 'assignAgent',
		action: 'Assign an agent to a workspace',
		description: 'Show an agent to the client, with its campaigns, conversations and prospects',
		// Safe to repeat.
		routing: routing.post('/workspaces/{workspaceId}/agents/{agentId}', { repeatable: true }),
	},
	notice: 'The client sees the agent with all its campaigns, conversations and prospects.',
	tool: { text: 'Shows an agent to a client, with its campaigns, conversations and people.' },
	fields: [workspaceLocator, agentLocator],
};
