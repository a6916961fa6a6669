import type { OperationDescription } from '../../../shared/fields/resource';
import { agentLocator } from '../../locators';
import { routing } from '../../vendor';
import { namedAgent } from '../../named';

/** See docs/vendors/kakiyo.md#agents. */
export const pause: OperationDescription = {
	option: {
		name: 'Pause',
		value: 'pause',
		action: 'Pause an agent',
		description: 'Stop everything that this LinkedIn account does until it is resumed',
		// Done twice it is the same as once.
		routing: routing.post('/agents/{agentId}/pause', { repeatable: true }),
	},
	notice: 'The agent does nothing on LinkedIn, in any of its campaigns, until it is resumed.',
	tool: { text: 'Stops all that one agent does on LinkedIn, in all its campaigns, until it is resumed.' },
	record: namedAgent,
	fields: [agentLocator],
};
