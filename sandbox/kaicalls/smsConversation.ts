import type { KaiCalls } from './kaicalls';
import type { Agent, Message, SmsConversation } from './state';
import { numberOf } from './views';

/** The conversation of an agent with a number; starts one if there is none. */
export function conversationWith(
	kaicalls: KaiCalls,
	agent: Agent,
	phone: string,
	leadId: string | undefined,
): SmsConversation {
	const { conversations, ids } = kaicalls.state;
	const open = [...conversations.values()].find((one) => one.agent_id === agent.id && one.phone === phone);
	if (open) return open;
	const created = {
		id: ids.next('smsConversation'),
		business_id: agent.business_id,
		agent_id: agent.id,
		phone,
		lead_id: leadId ?? null,
		created_at: kaicalls.stamp(),
	};
	conversations.set(created.id, created);
	return created;
}

/** A person texts an agent. */
export function receiveText(kaicalls: KaiCalls, agent: Agent, from: string, message: string): Message {
	const { messages, ids } = kaicalls.state;
	const received: Message = {
		id: ids.next('message'),
		business_id: agent.business_id,
		conversation_id: conversationWith(kaicalls, agent, from, undefined).id,
		direction: 'inbound',
		from,
		to: numberOf(kaicalls, agent.id) ?? '',
		message,
		created_at: kaicalls.stamp(),
	};
	messages.set(received.id, received);
	return received;
}
