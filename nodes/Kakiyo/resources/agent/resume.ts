import type { OperationDescription } from '../../../shared/fields/resource';
import { agentLocator } from '../../locators';
import { routing } from '../../vendor';
import { namedAgent } from '../../namedRecords';

/** Refused with 400 while the agent has active alerts. See docs/vendors/kakiyo.md#agents. */
export const resume: OperationDescription = {
	option: {
		name: 'Resume',
		value: 'resume',
		action: 'Resume the outreach of an agent',
		description: 'Let a paused agent write to people again. Not possible while it has alerts.',
		// Safe to repeat.
		routing: routing.post('/agents/{agentId}/resume', { repeatable: true }),
	},
	notice: 'The agent writes to real people again, in all its running campaigns.',
	tool: { text: 'Lets a paused agent write to real people again, in all its running campaigns.' },
	record: namedAgent,
	fields: [agentLocator],
};
