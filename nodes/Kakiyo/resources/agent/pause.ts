import type { OperationDescription } from '../../../shared/fields/resource';
import { agentLocator } from '../../locators';
import { routing } from '../../vendor';

/** [seed 000] */
export const pause: OperationDescription = {
	option: {
		name: 'Pause',
		value: 'pause',
		action: 'Pause an agent',
		description: 'Stop everything that this LinkedIn account does until it is resumed',
		routing: routing.post('/agents/{agentId}/pause'),
	},
	fields: [agentLocator],
};
