import type { OperationDescription } from '../../../shared/fields/resource';
import { chatLocator } from '../../locators';
import { routing } from '../../vendor';

/** [seed 000] */
export const qualify: OperationDescription = {
	option: {
		name: 'Qualify',
		value: 'qualify',
		action: 'Qualify a prospect',
		description: 'Mark the person of a conversation as qualified',
		routing: routing.post('/prospects/{chatId}/qualify'),
	},
	fields: [chatLocator],
};
