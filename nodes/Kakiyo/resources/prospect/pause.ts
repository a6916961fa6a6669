import type { OperationDescription } from '../../../shared/fields/resource';
import { conversationFields, onConversation } from '../../conversations/onConversation';
import { namedConversation } from '../../namedRecords';

/** See docs/vendors/kakiyo.md#prospects. */
export const pause: OperationDescription = {
	option: {
		name: 'Pause',
		value: 'pause',
		action: 'Pause a conversation',
		description: 'Stop the agent from writing to one person until you resume it',
		// Safe to repeat.
		routing: onConversation({ method: 'POST', below: '/pause', repeatable: true }),
	},
	notice: 'The agent does not write to the person until you resume the conversation.',
	tool: {
		text: 'Stops the agent from writing to one person until resumed. Erases nothing.',
		arguments: {
			chatId: 'Conversation ID, from Prospect > Search',
		},
	},
	record: namedConversation,
	asksForName: true,
	fields: conversationFields,
};
