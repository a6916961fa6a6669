import type { ItemParameters } from '../shared/contract/operation';
import { locator, optionalLocator } from '../shared/fields/locator';
import { listed } from './lists';
import { ofKind } from '../shared/values/reading/kind';
import { stringOf } from '../shared/values/text';

export const agentLocator = locator({
	displayName: 'Agent',
	name: 'agentId',
	...listed('searchAgents'),
	example: '69724b7100331796aae2',
});

export const campaignLocator = locator({
	displayName: 'Campaign',
	name: 'campaignId',
	...listed('searchCampaigns'),
	example: '68a1f0c2001d5e7b9c34',
});

export const productLocator = locator({
	displayName: 'Product',
	name: 'productId',
	description: 'The Kakiyo dashboard calls it an offering',
	...listed('searchProducts'),
	example: '68a1f0c2001d5e7b9c34',
});

export const promptLocator = locator({
	displayName: 'Prompt',
	name: 'promptId',
	...listed('searchPrompts'),
	example: '68a1f0c2001d5e7b9c34',
});

export const modelLocator = locator({
	displayName: 'Model',
	name: 'modelId',
	...listed('searchModels'),
	example: '680321c8001e2f52aaaa',
});

export const webhookLocator = locator({
	displayName: 'Webhook',
	name: 'webhookId',
	...listed('searchWebhooks'),
	example: '68a1f0c2001d5e7b9c34',
});

/** Events with a sample. The documents disagree about the names, so users can enter any name (docs/vendors/kakiyo.md#c1). */
export const testEventLocator = locator({
	displayName: 'Event',
	name: 'event',
	...listed('searchTestEvents'),
	example: { by: 'Name', mode: 'name', example: 'linkedin.message.received' },
});

export const workspaceLocator = locator({
	displayName: 'Workspace',
	name: 'workspaceId',
	...listed('searchWorkspaces'),
	example: '68a1f0c2001d5e7b9c34',
});

/** Locator mode for the address of the person's profile. */
export const BY_PROFILE_URL = 'url';

/** Accepts a profile address in every mode, because a model sees only one mode. */
export const isByProfile = (item: Pick<ItemParameters, 'parameter'>, locatorName: string): boolean =>
	item.parameter(`${locatorName}.mode`, '') === BY_PROFILE_URL ||
	/(?<![\w-])linkedin\.com\//i.test(stringOf(item.parameter(locatorName)));

const profileMode = {
	by: 'Profile URL',
	mode: BY_PROFILE_URL,
	example: 'https://www.linkedin.com/in/firstname-lastname',
};

/**
 * Kakiyo identifies a conversation by chat ID, and a person by prospect ID. The operation recognizes whether the value
 * is an ID or an address.
 */
export const chatLocator = ofKind(
	'texts',
	locator({
		displayName: 'Conversation',
		name: 'chatId',
		description:
			'The chat with one prospect in one campaign. Search results and webhooks contain its ID as chat ID. By Profile URL reads all people of the campaign, 100 per request.',
		...listed('searchConversations'),
		example: '68a1f0c2001d5e7b9c34',
		alternatives: [profileMode],
	}),
);

/** The campaign in which to find the person of a profile. */
export const chatCampaignLocator = {
	...optionalLocator(campaignLocator),
	description:
		'The campaign to search for the person. Leave empty to search all campaigns. This takes more requests, at 30 per minute.',
	// The slash makes the path absolute: n8n before 2.34 hides the field if its own level has no field with that name.
	displayOptions: { show: { '/chatId.mode': [BY_PROFILE_URL] } },
};

export const prospectLocator = locator({
	displayName: 'Prospect',
	name: 'prospectId',
	description:
		'The person. Search results and webhooks contain the prospect ID next to the chat ID. They are different IDs.',
	...listed('searchProspects'),
	example: '68a1f0c2001d5e7b9c34',
});

/** The operation recognizes whether the value is an ID or an address. */
export const dncEntryLocator = ofKind(
	'texts',
	locator({
		displayName: 'Entry',
		name: 'entryId',
		...listed('searchDncEntries'),
		example: '68a1f0c2001d5e7b9c34',
		alternatives: [profileMode],
	}),
);
