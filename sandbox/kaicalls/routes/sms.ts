import type { Route } from '../../server/vendor';
import { conversationsQuery, messagesQuery, sendSms } from '../contract/sms';
import { invalidRequest, refuse } from '../errors';
import type { KaiCalls } from '../kaicalls';
import { firstOf, newestFirst, page } from '../paging';
import { conversationWith } from '../smsConversation';
import type { Message } from '../state';
import { dated, numberOf } from '../views';
import { withBody, withQuery } from './builders';

/** The endpoints of SMS. */
export function smsRoutes(kaicalls: KaiCalls): Route[] {
	function refuseIfUnwanted(to: string): void {
		const code = kaicalls.settings.smsRefusals[to];
		if (code !== undefined) throw refuse(code === 'sms_send_failed' ? 500 : 400, code, `No SMS can be sent to ${to}`);
	}

	return [
		withBody({
			method: 'POST',
			path: '/sms/send',
			body: sendSms,
			handle({ body: { to, from_agent_id, message, lead_id }, headers }) {
				const access = kaicalls.access(headers);
				const { agents, leads, messages, ids } = kaicalls.state;
				const agent = access.find(agents, from_agent_id, 'agent');
				if (lead_id !== undefined) access.find(leads, lead_id, 'lead');
				const from = numberOf(kaicalls, agent.id);
				if (from === null)
					throw invalidRequest([{ field: 'from_agent_id', message: 'This agent has no phone number' }]);
				refuseIfUnwanted(to);
				const sent: Message = {
					id: ids.next('message'),
					business_id: agent.business_id,
					conversation_id: conversationWith(kaicalls, agent, to, lead_id).id,
					direction: 'outbound',
					from,
					to,
					message,
					created_at: kaicalls.stamp(),
				};
				messages.set(sent.id, sent);
				return { success: true, message_sid: `SM${sent.id.replaceAll('-', '')}`, to, from };
			},
		}),
		withQuery({
			method: 'GET',
			path: '/sms/conversations',
			query: conversationsQuery,
			handle({ query: { id, limit }, headers }) {
				const access = kaicalls.access(headers);
				const { conversations, messages } = kaicalls.state;
				if (id !== undefined) {
					const conversation = access.find(conversations, id, 'conversation');
					const own = [...messages.values()].filter(({ conversation_id }) => conversation_id === id);
					return { ...dated(kaicalls, conversation), messages: own.map((message) => dated(kaicalls, message)) };
				}
				const { rows, has_more } = firstOf(newestFirst(access.all(conversations)), limit);
				return { conversations: rows.map((conversation) => dated(kaicalls, conversation)), has_more };
			},
		}),
		withQuery({
			method: 'GET',
			path: '/sms/messages',
			query: messagesQuery,
			handle({ query: { conversation_id, direction, ...where }, headers }) {
				const wanted = kaicalls
					.access(headers)
					.all(kaicalls.state.messages)
					.filter((message) => conversation_id === undefined || message.conversation_id === conversation_id)
					.filter((message) => direction === undefined || message.direction === direction);
				const { rows, has_more } = page(kaicalls, wanted, where);
				return { messages: rows.map((message) => dated(kaicalls, message)), has_more };
			},
		}),
	];
}
