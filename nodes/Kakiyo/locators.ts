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
	description: 'Called offering in the Kakiyo dashboard',
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

/** Events that have a sample; the documents disagree about the names, so any name can be entered (docs/vendors/kakiyo.md#c1). */
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

/** Mode of a locator in which the profile of the person is entered. */
export const BY_PROFILE_URL = 'url';

/** A profile is known by its address, whichever of the ways it was entered by: a model has only one of them. */
export const isByProfile = (item: Pick<ItemParameters, 'parameter'>, locatorName: string): boolean =>
	item.parameter(`${locatorName}.mode`, '') === BY_PROFILE_URL ||
	/(?<![\w-])linkedin\.com\//i.test(stringOf(item.parameter(locatorName)));

const profileMode = {
	by: 'Profile URL',
	mode: BY_PROFILE_URL,
	example: 'https://www.linkedin.com/in/firstname-lastname',
};

/** Kakiyo names a conversation by the id of its chat, a person by the id of the prospect. Its operation tells an ID from an address. */
export const chatLocator = ofKind(
	'texts',
	locator({
		displayName: 'Conversation',
		name: 'chatId',
		description:
			'The chat with one prospect in one campaign; search results and webhooks carry its ID as chat ID. By Profile URL, the person is looked for among all people of the campaign, 100 in one request.',
		...listed('searchConversations'),
		example: '68a1f0c2001d5e7b9c34',
		alternatives: [profileMode],
	}),
);

/** Where to look for the person of a profile. */
export const chatCampaignLocator = {
	...optionalLocator(campaignLocator),
	description:
		'Where the person is looked for. Leave it empty to look in all campaigns, which takes more requests: 30 in a minute.',
	// With the slash, as n8n before 2.34 takes what has no field of that name on its level for one that never comes.
	displayOptions: { show: { '/chatId.mode': [BY_PROFILE_URL] } },
};

export const prospectLocator = locator({
	displayName: 'Prospect',
	name: 'prospectId',
	description:
		'The person; search results and webhooks carry the prospect ID next to the chat ID, which is another one',
	...listed('searchProspects'),
	example: '68a1f0c2001d5e7b9c34',
});

/** Its operation tells an ID from an address. */
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
