import type { OperationDescription } from '../../../shared/fields/resource';
import { chatLocator } from '../../locators';
import { routing } from '../../vendor';

/** [docs prospects/resume] */
export const resume: OperationDescription = {
	option: {
		name: 'Resume',
		value: 'resume',
		action: 'Resume a conversation',
		description: 'Let the agent write to the person of a paused conversation again',
		// Done twice it is the same as once.
		routing: routing.post('/prospects/{chatId}/resume', { repeatable: true }),
	},
	fields: [chatLocator],
};
