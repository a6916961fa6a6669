import { day, numbers } from '../../tools/seedTools';
import type { Ids } from '../ids';
import type { Agent, Lead, Message, SmsConversation } from '../state';

const conversationCount = 3;
const messagesEach = 4;
const businessPhone = '+12025550101';

/** The SMS conversations of a fresh account. */
export function seedConversations(ids: Ids, agents: readonly Agent[], leads: readonly Lead[]): SmsConversation[] {
	return numbers(conversationCount).map((index) => ({
		id: ids.next('smsConversation'),
		business_id: agents[0]?.business_id ?? '',
		agent_id: agents[0]?.id ?? '',
		phone: leads[4 * index]?.phone ?? '',
		lead_id: leads[4 * index]?.id ?? null,
		created_at: Date.parse(day(20 + index)),
	}));
}

/** The messages of these conversations. */
export function seedMessages(ids: Ids, conversations: readonly SmsConversation[]): Message[] {
	return conversations.flatMap(({ id, business_id, phone, created_at }) =>
		numbers(messagesEach).map((index) => {
			const isInbound = index % 2 === 1;
			return {
				id: ids.next('message'),
				business_id,
				conversation_id: id,
				direction: isInbound ? ('inbound' as const) : ('outbound' as const),
				from: isInbound ? phone : businessPhone,
				to: isInbound ? businessPhone : phone,
				message: isInbound ? 'Yes, please.' : 'Shall we call you back?',
				created_at: created_at + index * 60_000,
			};
		}),
	);
}
