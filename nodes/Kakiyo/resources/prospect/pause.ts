import type { OperationDescription } from '../../../shared/fields/resource';
import { conversationFields, onConversation } from '../../onConversation';
import { namedConversation } from '../../named';

/** See docs/vendors/kakiyo.md#prospects. */
export const pause: OperationDescription = {
	option: {
		name: 'Pause',
		value: 'pause',
		action: 'Pause a conversation',
		description: 'Keep the agent from writing to one person until it is resumed',
		// Done twice it is the same as once.
		routing: onConversation({ method: 'POST', below: '/pause', repeatable: true }),
	},
	tool: {
		text: 'Keeps the agent from writing to one person until it is resumed. Erases nothing.',
		arguments: {
			chatId: 'Conversation ID, from Prospect > Search',
		},
	},
	record: namedConversation,
	asksForName: true,
	fields: conversationFields,
};
