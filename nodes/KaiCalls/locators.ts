import { locator } from '../shared/fields/locator';
import { ofKind } from '../shared/values/reading/kind';

const UUID = '7d3f0c1e-4a5b-4c6d-8e9f-0a1b2c3d4e5f';

export const agentLocator = locator({
	displayName: 'Agent',
	name: 'agentId',
	searchListMethod: 'searchAgents',
	example: UUID,
});

export const leadLocator = locator({
	displayName: 'Lead',
	name: 'leadId',
	searchListMethod: 'searchLeads',
	example: UUID,
});

export const workspaceLocator = locator({
	displayName: 'Workspace',
	name: 'workspaceId',
	description: 'The business; KaiCalls calls its ID business ID as well',
	searchListMethod: 'searchWorkspaces',
	example: UUID,
});

export const callLocator = locator({
	displayName: 'Call',
	name: 'callId',
	searchListMethod: 'searchCalls',
	example: UUID,
});

export const phoneNumberLocator = ofKind(
	'telephone',
	locator({
		displayName: 'Phone Number',
		name: 'phoneNumber',
		searchListMethod: 'searchPhoneNumbers',
		example: { by: 'Number', mode: 'number', example: '+12025550123' },
	}),
);

export const availableNumberLocator = ofKind(
	'telephone',
	locator({
		displayName: 'Phone Number',
		name: 'phoneNumber',
		searchListMethod: 'searchAvailableNumbers',
		example: { by: 'Number', mode: 'number', example: '+12025550123' },
	}),
);

export const conversationLocator = locator({
	displayName: 'Conversation',
	name: 'conversationId',
	searchListMethod: 'searchConversations',
	example: UUID,
});

export const webhookLocator = locator({
	displayName: 'Webhook',
	name: 'webhookId',
	searchListMethod: 'searchWebhooks',
	example: UUID,
});

export const communicationRunLocator = locator({
	displayName: 'Communication Run',
	name: 'communicationRunId',
	searchListMethod: 'searchCommunicationRuns',
	example: UUID,
});
