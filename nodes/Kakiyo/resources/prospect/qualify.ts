import type { OperationDescription } from '../../../shared/fields/resource';
import { conversationFields, onConversation } from '../../conversations/onConversation';
import { namedConversation } from '../../namedRecords';

/** See docs/vendors/kakiyo.md#prospects. */
export const qualify: OperationDescription = {
	option: {
		name: 'Qualify',
		value: 'qualify',
		action: 'Qualify a prospect',
		description: 'Mark the person of a conversation as qualified',
		routing: onConversation({ method: 'POST', below: '/qualify' }),
	},
	tool: {
		text: 'Marks the person of one conversation as qualified. Webhooks report it. Writes to nobody.',
		arguments: {
			chatId: 'Conversation ID, from Prospect > Search',
		},
	},
	record: namedConversation,
	asksForName: true,
	fields: conversationFields,
};
