import { z } from 'zod';
import { BadArgument } from '../../control/badArgument';
import type { DeliveryOutcome } from '../../webhooks/delivery';
import type { Kakiyo } from '../kakiyo';
import { requestDelivery } from './deliveryRequest';

/** Conversation codes of the list page. */
const REPLIED = 4;

/** A reply of a person on LinkedIn. */
export const replySchema = z.object({ chatId: z.string(), message: z.string() }).strict();

/** The conversation, and the text of the person. */
export type Reply = z.input<typeof replySchema>;

/** A person answers on LinkedIn: the conversation keeps the message, and the webhooks get the event. */
export async function receiveReply(kakiyo: Kakiyo, reply: Reply): Promise<DeliveryOutcome[]> {
	const { chatId, message } = replySchema.parse(reply);
	const conversation = kakiyo.state.conversations.byChat.get(chatId);
	if (!conversation) throw new BadArgument(`There is no conversation ${chatId}`);
	const { campaignId, prospectId, status } = conversation;
	const timestamp = kakiyo.clock.iso();
	conversation.messages.push({ role: 'user', content: message, date: timestamp });
	conversation.lastMessage = timestamp;
	conversation.status = Math.max(status, REPLIED);
	const agentId = kakiyo.state.campaigns.get(campaignId)?.agent ?? null;
	const data = { agentId, campaignId, chatId, prospectId, message, timestamp };
	return await requestDelivery(kakiyo, { event: 'linkedin.message.received', data });
}
