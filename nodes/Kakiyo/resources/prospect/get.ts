import { simplifyField } from '../../../shared/fields/list';
import type { OperationDescription } from '../../../shared/fields/resource';
import { simplifyDetails } from '../../records/conversation';
import { conversationFields, onConversation } from '../../conversations/onConversation';

/** See docs/vendors/kakiyo.md#prospects. */
export const get: OperationDescription = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a conversation with a prospect',
		description: 'Read one conversation with its person, custom data and all messages',
		routing: onConversation({ method: 'GET', below: '', simplify: simplifyDetails }),
	},
	tool: {
		text: 'Reads one conversation with its person and all messages. Writes to nobody.',
		arguments: {
			chatId: 'Conversation ID, from Prospect > Search',
		},
	},
	fields: [...conversationFields, simplifyField()],
};
