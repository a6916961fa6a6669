import { locator } from '../shared/fields/locator';
import { listed } from './lists';
import { ofKind } from '../shared/values/reading/kind';

const UUID = '7d3f0c1e-4a5b-4c6d-8e9f-0a1b2c3d4e5f';

export const agentLocator = locator({
	displayName: 'Agent',
	name: 'agentId',
	...listed('searchAgents'),
	example: UUID,
});

export const leadLocator = locator({
	displayName: 'Lead',
	name: 'leadId',
	...listed('searchLeads'),
	example: UUID,
});

export const workspaceLocator = locator({
	displayName: 'Workspace',
	name: 'workspaceId',
	description: 'The business. KaiCalls also calls its ID business ID.',
	...listed('searchWorkspaces'),
	example: UUID,
});

export const callLocator = locator({
	displayName: 'Call',
	name: 'callId',
	...listed('searchCalls'),
	example: UUID,
});

export const phoneNumberLocator = ofKind(
	'telephone',
	locator({
		displayName: 'Phone Number',
		name: 'phoneNumber',
		...listed('searchPhoneNumbers'),
		example: { by: 'Number', mode: 'number', example: '+12025550123' },
	}),
);

export const availableNumberLocator = ofKind(
	'telephone',
	locator({
		displayName: 'Phone Number',
		name: 'phoneNumber',
		...listed('searchAvailableNumbers'),
		example: { by: 'Number', mode: 'number', example: '+12025550123' },
	}),
);

export const conversationLocator = locator({
	displayName: 'Conversation',
	name: 'conversationId',
	...listed('searchConversations'),
	example: UUID,
});

export const webhookLocator = locator({
	displayName: 'Webhook',
	name: 'webhookId',
	...listed('searchWebhooks'),
	example: UUID,
});

export const communicationRunLocator = locator({
	displayName: 'Communication Run',
	name: 'communicationRunId',
	...listed('searchCommunicationRuns'),
	example: UUID,
});
