import type { OperationDescription } from '../../../shared/fields/resource';
import { agentLocator } from '../../locators';
import { routing } from '../../vendor';
import { namedAgent } from '../../namedRecords';

/** See docs/vendors/kakiyo.md#agents. */
export const pause: OperationDescription = {
	option: {
		name: 'Pause',
		value: 'pause',
		action: 'Pause an agent',
		description: 'Stop all activity of this LinkedIn account until you resume it',
		// Safe to repeat.
		routing: routing.post('/agents/{agentId}/pause', { repeatable: true }),
	},
	notice: 'The agent does nothing on LinkedIn, in all its campaigns, until you resume it.',
	tool: { text: 'Stops all LinkedIn activity of one agent, in all its campaigns, until resumed.' },
	record: namedAgent,
	fields: [agentLocator],
};
