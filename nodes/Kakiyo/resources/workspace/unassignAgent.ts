import type { OperationDescription } from '../../../shared/fields/resource';
import { forGood } from '../../../shared/fields/forGood';
import { agentLocator, workspaceLocator } from '../../locators';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#workspaces. */
export const unassignAgent: OperationDescription = {
	option: {
		name: 'Unassign Agent',
		value: 'unassignAgent',
		action: 'Unassign an agent from a workspace',
		description: 'Take an agent back from the client, with its campaigns, conversations and prospects',
		routing: routing.del('/workspaces/{workspaceId}/agents/{agentIdToUnassign}'),
	},
	notice: 'Clients of the workspace no longer see the agent, with all that it does.',
	tool: { text: 'Takes an agent back from a client, with its campaigns and people. Erases nothing.' },
	fields: [workspaceLocator, forGood('Unassign', agentLocator)],
};
