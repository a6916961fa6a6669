import type { OperationDescription } from '../../../shared/fields/resource';
import { conversationFields, onConversation } from '../../conversations/onConversation';
import { namedConversation } from '../../namedRecords';

/** See docs/vendors/kakiyo.md#prospects. */
export const resume: OperationDescription = {
	option: {
		name: 'Resume',
		value: 'resume',
		action: 'Let an agent write to a person again',
		description: 'Let the agent write to the person of a paused conversation again',
		// Safe to repeat.
		routing: onConversation({ method: 'POST', below: '/resume', repeatable: true }),
	},
	notice: 'The agent writes to the person again.',
	tool: {
		text: 'Lets the agent write to one real person again.',
		arguments: {
			chatId: 'Conversation ID, from Prospect > Search',
		},
	},
	record: namedConversation,
	asksForName: true,
	fields: conversationFields,
};
