import { isOfId, type NamedRecord } from '../shared/operations/onlyIfName';
import { valueAt, isRecord } from '../shared/values/json';
import { readConversation } from './records/conversation';

/** A record whose name is in the list of its locator. */
const byList = (parameter: string, noun: string): NamedRecord => ({ parameter, noun });

export const namedAgent = byList('agentId', 'agent');
export const namedCampaign = byList('campaignId', 'campaign');
export const namedPrompt = byList('promptId', 'prompt');
export const namedProspect: NamedRecord = { ...byList('prospectId', 'person'), isPerson: true };
export const namedWorkspace = byList('workspaceId', 'workspace');

/** The person of a conversation. */
export const namedConversation: NamedRecord = {
	parameter: 'chatId',
	noun: 'person',
	isPerson: true,
	read: {
		path: (id) => `/prospects/${id}`,
		namesIn: (body, id) =>
			[body, valueAt(body, 'data')]
				.filter(isRecord)
				.map(readConversation)
				.filter(({ chatId }) => isOfId({ id: chatId }, id))
				.map(({ person }) => person.name),
	},
};
