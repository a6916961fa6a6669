import type { OperationDescription } from '../../../shared/fields/resource';
import { chatLocator } from '../../locators';
import { routing } from '../../vendor';

/** [docs prospects/pause] */
export const pause: OperationDescription = {
	option: {
		name: 'Pause',
		value: 'pause',
		action: 'Pause a conversation',
		description: 'Keep the agent from writing to one person until it is resumed',
		// Done twice it is the same as once.
		routing: routing.post('/prospects/{chatId}/pause', { repeatable: true }),
	},
	fields: [chatLocator],
};
