import type { Conversation } from './conversations';
import { refuse } from './errors';
import type { Campaign, KakiyoState } from './state';

/** Counts of the records that a deletion took along. */
export interface DeletedItems {
	chats: number;
	messages: number;
	tasks: number;
	webhookEvents: number;
}

/** Codes 1 (invited) to 4 (replied): the agent still works on it. */
function isActive({ status, paused }: Conversation, campaign: Campaign | undefined): boolean {
	return campaign?.status === 'active' && !paused && status >= 1 && status <= 4;
}

/** Removes a prospect with its conversation; refuses while the conversation is active. */
export function deleteProspect(state: KakiyoState, conversation: Conversation): DeletedItems {
	if (isActive(conversation, state.campaigns.get(conversation.campaignId))) {
		throw refuse(409, 'prospect_active', 'Pause this conversation before deleting the prospect');
	}
	return remove(state, [conversation]);
}

/** Removes a campaign with all its conversations; refuses while it is active. */
export function deleteCampaign(state: KakiyoState, campaign: Campaign): DeletedItems {
	if (campaign.status === 'active') throw refuse(409, 'campaign_active', 'Pause this campaign before deleting it');
	return removeCampaign(state, campaign.id);
}

/** Removes an agent with its campaigns in any state, because the agent has ended. */
export function deleteAgent(state: KakiyoState, agentId: string): void {
	for (const campaign of state.campaigns.values()) {
		if (campaign.agent === agentId) removeCampaign(state, campaign.id);
	}
	state.agents.delete(agentId);
}

function removeCampaign(state: KakiyoState, campaignId: string): DeletedItems {
	state.campaigns.delete(campaignId);
	state.imports.forget(campaignId);
	return remove(state, state.conversations.inCampaign(campaignId));
}

function remove(state: KakiyoState, conversations: readonly Conversation[]): DeletedItems {
	for (const conversation of conversations) state.conversations.remove(conversation);
	return {
		chats: conversations.length,
		messages: conversations.reduce((sum, { messages }) => sum + messages.length, 0),
		tasks: conversations.filter(({ status }) => status < 5).length,
		webhookEvents: 0,
	};
}
