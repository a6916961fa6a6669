import type { OperationDescription } from '../../../shared/fields/resource';
import { conversationFields, onConversation } from '../../onConversation';

/** [docs prospects/resume] */
export const resume: OperationDescription = {
	option: {
		name: 'Resume',
		value: 'resume',
		action: 'Resume a conversation',
		description: 'Let the agent write to the person of a paused conversation again',
		// Done twice it is the same as once.
		routing: onConversation({ method: 'POST', below: '/resume', repeatable: true }),
	},
	fields: conversationFields,
};
