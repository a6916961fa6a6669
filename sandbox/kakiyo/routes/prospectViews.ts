import type { Conversation } from '../conversations';

/** A list or search row, in OpenAPI's form, where `id` is the chat's (docs/vendors/kakiyo.md#c8). */
export function listedProspect({
	chatId,
	status,
	qualification,
	paused,
	lastMessage,
	prospectId,
	profile,
}: Conversation) {
	const { location: _location, about: _about, ...shown } = profile;
	return { id: chatId, status, qualification, paused, lastMessage, prospect: { id: prospectId, ...shown } };
}

/** A prospect in the reply to a GET by ID. */
export function detailedProspect(conversation: Conversation, campaignName: string | undefined) {
	const { prospectId, profile, campaignId, customData, messages } = conversation;
	return {
		...listedProspect(conversation),
		campaign: { id: campaignId, name: campaignName ?? null },
		customData,
		prospect: { id: prospectId, ...profile },
		messages,
	};
}
