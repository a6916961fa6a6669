import type { NamedRecord } from '../shared/operations/onlyIfName';
import { at, isRecord } from '../shared/values/json';
import { readConversation } from './conversations/conversations';

const byList = (parameter: string, noun: string): NamedRecord => ({ parameter, noun });

export const namedAgent = byList('agentId', 'agent');
export const namedCampaign = byList('campaignId', 'campaign');
export const namedPrompt = byList('promptId', 'prompt');
export const namedProspect = byList('prospectId', 'person');
export const namedWorkspace = byList('workspaceId', 'workspace');

/** The person of a conversation. */
export const namedConversation: NamedRecord = {
	parameter: 'chatId',
	noun: 'person',
	read: {
		path: (id) => `/prospects/${id}`,
		namesIn: (body) => [body, at(body, 'data')].filter(isRecord).map((row) => readConversation(row).person.name),
	},
};
